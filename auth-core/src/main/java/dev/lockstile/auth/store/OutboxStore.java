package dev.lockstile.auth.store;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.MessageOutcome;
import dev.lockstile.auth.model.MessageReport;
import dev.lockstile.auth.model.OutboxCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
     * Adds what costs as much as a message and is none: finished from the start, its sealed part not kept, never claimed
     * and never reported. So a flow takes as long for somebody it has nothing to send to.
     *
     * @param message of the size of one that would be sent
     */
    void addDecoy(OutboxMessage message);

    /**
     * Takes messages of a channel that are due and marks them as taken until the lease is over: no two callers get the
     * same one, and nobody waits for another's choice. The tries of what is returned count the present one.
     *
     * @param channel whose messages
     * @param max at most this many
     * @param lease for how long nobody else gets them
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
    Optional<MessageReport> report(String id);

    /**
     * {@return the state of the outbox}
     *
     * @param since counts what was finished from this instant on
     */
    OutboxCounts figures(Instant since);
}
