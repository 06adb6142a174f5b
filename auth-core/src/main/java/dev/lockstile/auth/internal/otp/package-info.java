/** Not API: the flows behind {@link dev.lockstile.auth.otp.CodeLogin}. */
@NullMarked
package dev.lockstile.auth.internal.otp;

import org.jspecify.annotations.NullMarked;
