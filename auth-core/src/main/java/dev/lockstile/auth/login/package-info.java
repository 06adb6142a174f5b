/** Signing in with a password, and changing the profile one acts in. */
@NullMarked
package dev.lockstile.auth.login;

import org.jspecify.annotations.NullMarked;
