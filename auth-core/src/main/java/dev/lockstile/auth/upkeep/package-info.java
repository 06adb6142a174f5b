/** What a host does for its tables now and then: figures, and the removal of what nobody needs any more. */
@NullMarked
package dev.lockstile.auth.upkeep;

import org.jspecify.annotations.NullMarked;
