/**
 * Second factors: authenticator applications, recovery codes, passkeys, trusted browsers, and the policy that requires
 * them.
 */
@NullMarked
package dev.lockstile.auth.factor;

import org.jspecify.annotations.NullMarked;
