/** The source systems known by name, and how a host defines one of its own. */
@NullMarked
package dev.lockstile.auth.imports.preset;

import org.jspecify.annotations.NullMarked;
