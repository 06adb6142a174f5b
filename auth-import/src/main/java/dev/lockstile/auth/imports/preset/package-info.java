/** The source systems known by name. */
@NullMarked
package dev.lockstile.auth.imports.preset;

import org.jspecify.annotations.NullMarked;
