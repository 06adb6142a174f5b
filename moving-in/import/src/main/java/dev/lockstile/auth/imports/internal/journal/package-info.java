/** Not part of the API: the journal of a run and its counts. */
@NullMarked
package dev.lockstile.auth.imports.internal.journal;

import org.jspecify.annotations.NullMarked;
