/** Events, operations and load as meters of Micrometer. */
@NullMarked
package dev.lockstile.auth.micrometer;

import org.jspecify.annotations.NullMarked;
