/** Maintenance of the tables: statistics, and the removal of expired rows. */
@NullMarked
package dev.lockstile.auth.upkeep;

import org.jspecify.annotations.NullMarked;
