/** What a host does for its tables now and then: figures, and the removal of rows that are no longer needed. */
@NullMarked
package dev.lockstile.auth.upkeep;

import org.jspecify.annotations.NullMarked;
