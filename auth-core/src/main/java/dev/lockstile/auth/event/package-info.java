/** What happened, told after it was committed. */
@NullMarked
package dev.lockstile.auth.event;

import org.jspecify.annotations.NullMarked;
