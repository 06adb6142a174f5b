/** Selection of the users of the new endpoints. Start at {@link dev.lockstile.auth.cutover.cohort.Cohort}. */
@NullMarked
package dev.lockstile.auth.cutover.cohort;

import org.jspecify.annotations.NullMarked;
