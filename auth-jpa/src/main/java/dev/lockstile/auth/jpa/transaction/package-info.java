/** Who begins and ends the store's transactions, and how they fail. */
@NullMarked
package dev.lockstile.auth.jpa.transaction;

import org.jspecify.annotations.NullMarked;
