/** The host's own say inside a transaction, with a veto. What only wants to know listens to {@code event} instead. */
@NullMarked
package dev.lockstile.auth.hook;

import org.jspecify.annotations.NullMarked;
