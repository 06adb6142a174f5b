/** Limits on what strangers can try and have sent, and where the counters lie. */
@NullMarked
package dev.lockstile.auth.throttle;

import org.jspecify.annotations.NullMarked;
