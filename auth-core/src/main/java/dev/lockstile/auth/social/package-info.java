/** Sign-in with an account at another site: the services, and the port that identity providers implement. */
@NullMarked
package dev.lockstile.auth.social;

import org.jspecify.annotations.NullMarked;
