/** Clean-up on a schedule. */
@NullMarked
package dev.lockstile.auth.spring.internal.upkeep;

import org.jspecify.annotations.NullMarked;
