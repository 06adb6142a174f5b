/** Archived source rows, encrypted. */
@NullMarked
package dev.lockstile.auth.imports.archive;

import org.jspecify.annotations.NullMarked;
