/** Events as counters of Micrometer. */
@NullMarked
package dev.lockstile.auth.micrometer;

import org.jspecify.annotations.NullMarked;
