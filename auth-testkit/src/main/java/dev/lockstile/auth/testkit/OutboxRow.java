package dev.lockstile.auth.testkit;

import dev.lockstile.auth.store.OutboxMessage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the outbox.
 *
 * @param dueAt from when on it may be taken: the end of the lease while somebody has it
 */
record OutboxRow(
        OutboxMessage message,
        Instant dueAt,
        @Nullable Instant finishedAt,
        @Nullable String error) {

    boolean isDue(Instant now) {
        return finishedAt == null && !now.isBefore(dueAt);
    }

    OutboxRow takenUntil(Instant leaseEnd) {
        return new OutboxRow(copy(message.sealed(), message.tries() + 1), leaseEnd, finishedAt, error);
    }

    OutboxRow finished(Instant at) {
        return new OutboxRow(copy("", message.tries()), dueAt, at, error);
    }

    OutboxRow retried(Instant nextTryAt, @Nullable String why) {
        return new OutboxRow(message, nextTryAt, finishedAt, why);
    }

    private OutboxMessage copy(String sealed, int tries) {
        return new OutboxMessage(
                message.id(),
                message.channel(),
                message.recipient(),
                message.template(),
                message.language(),
                sealed,
                tries,
                message.createdAt(),
                message.expiresAt());
    }
}
