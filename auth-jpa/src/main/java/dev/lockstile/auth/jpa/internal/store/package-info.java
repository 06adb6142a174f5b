/** Transactions, the verbs of the store port in them, and the checks of the database at the start. */
@NullMarked
package dev.lockstile.auth.jpa.internal.store;

import org.jspecify.annotations.NullMarked;
