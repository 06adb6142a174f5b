/** Not API: the flows behind {@link dev.lockstile.auth.login.PasswordLogin}. */
@NullMarked
package dev.lockstile.auth.internal.login;

import org.jspecify.annotations.NullMarked;
