/**
 * The lock of a migration: who holds it, since when, whether that session lives, and its release when it does not. See
 * {@link LockRecovery}.
 */
@NullMarked
package dev.lockstile.auth.schema.lock;

import org.jspecify.annotations.NullMarked;
