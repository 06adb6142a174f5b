/** Not API: the flows behind {@link dev.lockstile.auth.login.LoginService}. */
@NullMarked
package dev.lockstile.auth.internal.login;

import org.jspecify.annotations.NullMarked;
