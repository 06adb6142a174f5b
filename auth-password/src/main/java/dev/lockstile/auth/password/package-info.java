/**
 * Passwords: hashing new ones, checking whatever a user base brings, and the one policy for choosing them.
 * Start at {@link dev.lockstile.auth.password.service.Passwords}.
 */
@NullMarked
package dev.lockstile.auth.password;

import org.jspecify.annotations.NullMarked;
