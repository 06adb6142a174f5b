/**
 * Sign-in with an account at another site: the port that a provider of such sign-ins implements, and what flows take
 * and answer.
 */
@NullMarked
package dev.lockstile.auth.social;

import org.jspecify.annotations.NullMarked;
