/** The counters of throttles in Redis, for deployments whose database should not carry them. */
@NullMarked
package dev.lockstile.auth.redis;

import org.jspecify.annotations.NullMarked;
