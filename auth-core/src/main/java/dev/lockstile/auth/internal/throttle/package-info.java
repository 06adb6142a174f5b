/** Not API: how limits are kept. */
@NullMarked
package dev.lockstile.auth.internal.throttle;

import org.jspecify.annotations.NullMarked;
