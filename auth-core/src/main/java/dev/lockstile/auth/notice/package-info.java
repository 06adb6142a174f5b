/**
 * Notices of sign-ins from places that their owner was not at before, and the way to say that it was another person.
 */
@NullMarked
package dev.lockstile.auth.notice;

import org.jspecify.annotations.NullMarked;
