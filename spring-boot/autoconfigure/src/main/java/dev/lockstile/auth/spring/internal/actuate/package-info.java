/** Health and metrics, where the actuator is on the class path. */
@NullMarked
package dev.lockstile.auth.spring.internal.actuate;

import org.jspecify.annotations.NullMarked;
