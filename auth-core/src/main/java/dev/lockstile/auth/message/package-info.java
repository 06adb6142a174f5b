/** The messages to users, their texts, and the sending from the outbox. */
@NullMarked
package dev.lockstile.auth.message;

import org.jspecify.annotations.NullMarked;
