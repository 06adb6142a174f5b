/** Moves the users of a source system in. */
@NullMarked
package dev.lockstile.auth.imports;

import org.jspecify.annotations.NullMarked;
