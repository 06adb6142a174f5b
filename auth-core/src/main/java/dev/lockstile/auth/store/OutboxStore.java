package dev.lockstile.auth.store;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.MessageOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Messages that wait to be sent, read and written in the transaction of an {@link AuthTx}. */
public interface OutboxStore {

    /**
     * Adds a message, which is sent after the commit.
     *
     * @param message the message
     */
    void add(OutboxMessage message);

    /**
     * Adds a row that is never sent or reported, so that a flow without a message to send takes as long as one with a
     * message. The row is finished from the start and contains neither the recipient nor the sealed values.
     *
     * @param message a message of the size of the one that would be sent
     */
    void addDecoy(OutboxMessage message);

    /**
     * Reserves due messages of a channel for this caller until the lease ends. No other caller gets them meanwhile, and
     * callers do not wait for each other. Urgent messages come first, then those due longest.
     *
     * @param channel the channel of the messages
     * @param max maximum number of messages
     * @param lease duration of the reservation
     * @param now the current time
     * @return the messages, with this try counted in {@link OutboxMessage#tries()}; empty when none is due
     */
    List<OutboxMessage> claim(Channel channel, int max, Duration lease, Instant now);

    /**
     * Stores the final state of a message and erases its sealed values. A message that is already finished does not
     * change.
     *
     * @param id id of the message
     * @param outcome the result of the sending
     * @param now the current time
     */
    void finish(String id, MessageOutcome outcome, Instant now);

    /**
     * Makes a message due again for another try. A message that is already finished does not change.
     *
     * @param id id of the message
     * @param nextTryAt when the message is due again
     * @param error why the try failed, without secrets; null when it did not fail
     */
    void retry(String id, Instant nextTryAt, @Nullable String error);

    /**
     * {@return the state of a message; empty when there is none of that id}
     *
     * @param id id of the message
     */
    Optional<Report> report(String id);

    /**
     * {@return the numbers of waiting and of recently finished messages}
     *
     * @param since counts messages finished at or after this time
     */
    Counts figures(Instant since);

    /**
     * {@return the waiting messages by channel; a channel without any is left out} Runs one statement, which reads
     * waiting messages only.
     */
    Map<Channel, Waiting> waiting();

    /**
     * Messages of a channel that are not finished.
     *
     * @param count their number
     * @param oldest when the oldest of them was added
     */
    record Waiting(long count, Instant oldest) {}

    /**
     * The state of a message.
     *
     * @param id id of the message
     * @param channel the channel of the message
     * @param template name of the message template
     * @param tries number of tries that were started
     * @param createdAt when the message was added
     * @param nextTryAt when the message is due next; during a try, the end of the lease; null once it is finished
     * @param finishedAt when it was finished; null while it waits
     * @param outcome the final state; null while it waits
     * @param provider stable name of the provider that accepted the message; null when none has
     * @param lastError why the last try failed, without secrets; null when none has failed
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
     * The state of the outbox for a health check. If the oldest waiting message is older than a minute, either no
     * process sends messages or no provider accepts them.
     *
     * @param waiting number of messages that are not finished
     * @param oldestWaiting when the oldest of them was added; null when there is none
     * @param sent number of messages sent since the given time
     * @param failed number of messages abandoned since the given time
     * @param expired number of messages that expired since the given time
     */
    record Counts(long waiting, @Nullable Instant oldestWaiting, long sent, long failed, long expired) {}

    /**
     * A message to be sent.
     *
     * @param id unpredictable id, also the idempotency key for the provider
     * @param channel the channel of the message
     * @param recipient the e-mail address or phone number
     * @param template name of the message template
     * @param language BCP 47 tag
     * @param sealed the values of the template, encrypted; they include codes and links
     * @param tries number of tries that were started
     * @param createdAt when the message was added
     * @param expiresAt the instant from which the message is not sent
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

        private static final Duration URGENT_LIFETIME = Duration.ofHours(1);

        /**
         * {@return true for a message that expires within an hour of its creation, such as a code; it is sent before
         * others}
         */
        public boolean isUrgent() {
            return Duration.between(createdAt, expiresAt).compareTo(URGENT_LIFETIME) <= 0;
        }

        @Override
        public String toString() {
            return "OutboxMessage[" + id + ", " + channel + ", " + template + "]";
        }
    }
}
