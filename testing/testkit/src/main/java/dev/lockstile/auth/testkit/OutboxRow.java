package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.MessageOutcome;
import dev.lockstile.auth.store.OutboxStore;
import dev.lockstile.auth.store.OutboxStore.OutboxMessage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the outbox.
 *
 * @param dueAt from when on it may be taken: the end of the lease while a sender has it
 */
record OutboxRow(
        OutboxMessage message,
        Instant dueAt,
        @Nullable Instant finishedAt,
        @Nullable MessageOutcome outcome,
        @Nullable String error) {

    static OutboxRow fresh(OutboxMessage message) {
        return new OutboxRow(message, message.createdAt(), null, null, null);
    }

    /** Finished without an outcome: never a message. */
    static OutboxRow decoy(OutboxMessage message) {
        OutboxMessage nobody = new OutboxMessage(
                message.id(),
                message.channel(),
                "-",
                message.template(),
                message.language(),
                "",
                0,
                message.createdAt(),
                message.expiresAt());
        return new OutboxRow(nobody, message.createdAt(), message.createdAt(), null, null);
    }

    boolean isDue(Instant now) {
        return finishedAt == null && !now.isBefore(dueAt);
    }

    boolean isDecoy() {
        return finishedAt != null && outcome == null;
    }

    boolean ended(MessageOutcome.Status status, Instant since) {
        return finishedAt != null && !finishedAt.isBefore(since) && outcome != null && outcome.status() == status;
    }

    OutboxRow takenUntil(Instant leaseEnd) {
        return new OutboxRow(copy(message.sealed(), message.tries() + 1), leaseEnd, finishedAt, outcome, error);
    }

    OutboxRow finished(MessageOutcome how, Instant at) {
        return new OutboxRow(copy("", message.tries()), dueAt, at, how, how.error());
    }

    OutboxRow retried(Instant nextTryAt, @Nullable String why) {
        return new OutboxRow(message, nextTryAt, finishedAt, outcome, why);
    }

    OutboxStore.Report report() {
        return new OutboxStore.Report(
                message.id(),
                message.channel(),
                message.template(),
                message.tries(),
                message.createdAt(),
                finishedAt == null ? dueAt : null,
                finishedAt,
                outcome == null ? null : outcome.status(),
                outcome == null ? null : outcome.provider(),
                error);
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
