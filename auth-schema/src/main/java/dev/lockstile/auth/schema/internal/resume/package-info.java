/** Migrations that end between a change and its row in the history, and the runs after them. */
@NullMarked
package dev.lockstile.auth.schema.internal.resume;

import org.jspecify.annotations.NullMarked;
