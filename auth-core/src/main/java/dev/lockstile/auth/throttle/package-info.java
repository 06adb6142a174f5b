/** Limits on attempts and messages, and the storage of their counters. */
@NullMarked
package dev.lockstile.auth.throttle;

import org.jspecify.annotations.NullMarked;
