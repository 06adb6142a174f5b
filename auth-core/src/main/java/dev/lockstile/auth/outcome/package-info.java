/** The result type and the refusals that all services share. */
@NullMarked
package dev.lockstile.auth.outcome;

import org.jspecify.annotations.NullMarked;
