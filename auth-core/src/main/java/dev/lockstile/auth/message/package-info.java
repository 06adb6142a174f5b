/** For hosts: the messages people get, their texts, and the sending of what waits in the outbox. */
@NullMarked
package dev.lockstile.auth.message;

import org.jspecify.annotations.NullMarked;
