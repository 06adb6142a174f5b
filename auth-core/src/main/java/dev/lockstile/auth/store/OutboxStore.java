package dev.lockstile.auth.store;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.MessageOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Messages on their way out, in a transaction. */
public interface OutboxStore {

    /**
     * Adds a message; it leaves after the commit.
     *
     * @param message to be sent
     */
    void add(OutboxMessage message);

    /**
     * Adds what costs as much as a message and is none: finished from the start, its sealed part not kept, never
     * claimed and never reported. So a flow takes as long where it has nothing to send.
     *
     * @param message of the size of one that would be sent
     */
    void addDecoy(OutboxMessage message);

    /**
     * Takes messages of a channel that are due and marks them as taken until the lease is over: no two callers get the
     * same one, and no caller waits for another's choice. Urgent messages come first, then what is due longest. The
     * tries of what is returned count the present one.
     *
     * @param channel whose messages
     * @param max at most this many
     * @param lease for how long no other sender gets them
     * @param now the time of the flow
     * @return the messages, with the present try counted; empty when none is due
     */
    List<OutboxMessage> claim(Channel channel, int max, Duration lease, Instant now);

    /**
     * Notes how a message ended, and erases its sealed part. One that has ended already stays as it is.
     *
     * @param id of the message
     * @param outcome how it ended
     * @param now the time of the flow
     */
    void finish(String id, MessageOutcome outcome, Instant now);

    /**
     * Puts a message back for another try.
     *
     * @param id of the message
     * @param nextTryAt when it is due again
     * @param error why the try failed, free of secrets; null when it was none
     */
    void retry(String id, Instant nextTryAt, @Nullable String error);

    /**
     * {@return how far a message has come; empty when there is none of that id}
     *
     * @param id of the message
     */
    Optional<Report> report(String id);

    /**
     * {@return the state of the outbox}
     *
     * @param since counts what was finished from this instant on
     */
    Counts figures(Instant since);

    /**
     * {@return the messages that wait, by channel, in one statement over the waiting ones alone; a channel without one is
     * left out}
     */
    Map<Channel, Waiting> waiting();

    /**
     * Messages of a channel that still need work.
     *
     * @param count how many
     * @param oldest when the oldest of them was put in
     */
    record Waiting(long count, Instant oldest) {}

    /**
     * How far a message has come.
     *
     * @param id of the outbox row
     * @param channel how it is sent
     * @param template name of the message's kind
     * @param tries sends that were begun so far
     * @param createdAt when it was put into the outbox
     * @param nextTryAt when it is taken next: the end of the lease while a node has it in hand; null once it is
     *     finished
     * @param finishedAt null while it still waits
     * @param outcome how it ended, with the provider that took it; null while it still waits
     * @param provider stable name of the provider that took it; null when none has
     * @param lastError why the last try failed, free of secrets; null when none did
     */
    record Report(
            String id,
            Channel channel,
            String template,
            int tries,
            Instant createdAt,
            @Nullable Instant nextTryAt,
            @Nullable Instant finishedAt,
            MessageOutcome.@Nullable Status outcome,
            @Nullable String provider,
            @Nullable String lastError) {}

    /**
     * The state of the outbox in figures, for a health check: an oldest waiting message of more than a minute means
     * that no process sends, or that no provider takes anything.
     *
     * @param waiting messages that still need work
     * @param oldestWaiting when the oldest of them was put in; null when there is none
     * @param sent messages sent since the given time
     * @param failed messages abandoned since the given time
     * @param expired messages that expired since the given time
     */
    record Counts(long waiting, @Nullable Instant oldestWaiting, long sent, long failed, long expired) {}

    /**
     * A message on its way out.
     *
     * @param id unpredictable, and the provider's idempotency key
     * @param channel by which it leaves
     * @param recipient the stored address or number of the person
     * @param template name of the template
     * @param language BCP 47 tag
     * @param sealed the template's values, encrypted: codes and links are in here
     * @param tries sends that were begun so far
     * @param createdAt when it was put in
     * @param expiresAt never sent from this instant on
     */
    record OutboxMessage(
            String id,
            Channel channel,
            String recipient,
            String template,
            String language,
            String sealed,
            int tries,
            Instant createdAt,
            Instant expiresAt) {

        private static final Duration SHORT_LIFE = Duration.ofHours(1);

        /** {@return true for a message that lives an hour at most, such as a code: it leaves before the others} */
        public boolean isUrgent() {
            return Duration.between(createdAt, expiresAt).compareTo(SHORT_LIFE) <= 0;
        }

        @Override
        public String toString() {
            return "OutboxMessage[" + id + ", " + channel + ", " + template + "]";
        }
    }
}
