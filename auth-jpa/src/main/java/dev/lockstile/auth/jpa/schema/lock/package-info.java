/**
 * The lock of a migration: who holds it, since when, whether that session lives, and its release when it does not. See
 * {@link LockDoctor}.
 */
@NullMarked
package dev.lockstile.auth.jpa.schema.lock;

import org.jspecify.annotations.NullMarked;
