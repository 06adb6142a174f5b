/** Signing in with a one-time code. */
@NullMarked
package dev.lockstile.auth.otp;

import org.jspecify.annotations.NullMarked;
