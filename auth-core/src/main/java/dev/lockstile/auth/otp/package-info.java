/** Sign-in with a one-time code or link, and codes for purposes of the host. */
@NullMarked
package dev.lockstile.auth.otp;

import org.jspecify.annotations.NullMarked;
