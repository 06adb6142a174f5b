/** Who already uses the new endpoints. Start at {@link dev.lockstile.auth.migrate.cohort.Cohort}. */
@NullMarked
package dev.lockstile.auth.migrate.cohort;

import org.jspecify.annotations.NullMarked;
