/** The named source systems, and the definition of a source system by the host. */
@NullMarked
package dev.lockstile.auth.imports.preset;

import org.jspecify.annotations.NullMarked;
