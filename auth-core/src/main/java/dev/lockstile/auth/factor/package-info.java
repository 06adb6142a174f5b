/** Second factors: authenticator applications, recovery codes, trusted browsers, and who must have one. */
@NullMarked
package dev.lockstile.auth.factor;

import org.jspecify.annotations.NullMarked;
