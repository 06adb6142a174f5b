/** Transactions and the stores inside them, spoken in entity and attribute names alone. */
@NullMarked
package dev.lockstile.auth.jpa.internal.store;

import org.jspecify.annotations.NullMarked;
