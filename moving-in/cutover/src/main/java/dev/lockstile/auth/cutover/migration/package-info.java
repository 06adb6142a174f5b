/**
 * People who come over from a legacy system at their first sign-in. Start at
 * {@link dev.lockstile.auth.cutover.migration.JustInTimeMigration}.
 */
@NullMarked
package dev.lockstile.auth.cutover.migration;

import org.jspecify.annotations.NullMarked;
