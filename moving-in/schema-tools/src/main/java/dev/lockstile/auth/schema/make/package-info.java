/**
 * Writes the next change file from the difference between the host's entities and the state that its changelog leads
 * to. Start at {@link dev.lockstile.auth.schema.make.MakeMigrations}.
 */
@NullMarked
package dev.lockstile.auth.schema.make;

import org.jspecify.annotations.NullMarked;
