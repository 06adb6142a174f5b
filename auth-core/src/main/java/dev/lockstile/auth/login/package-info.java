/** Sign-in with a password, step-up authentication and switching the active profile. */
@NullMarked
package dev.lockstile.auth.login;

import org.jspecify.annotations.NullMarked;
