/** Compares imported rows with their source. */
@NullMarked
package dev.lockstile.auth.imports.verify;

import org.jspecify.annotations.NullMarked;
