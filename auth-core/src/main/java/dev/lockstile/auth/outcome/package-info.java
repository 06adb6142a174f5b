/** How a call of a service ended: one result and one list of refusals for all of them. */
@NullMarked
package dev.lockstile.auth.outcome;

import org.jspecify.annotations.NullMarked;
