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

    /** Adds a message; it leaves after the commit. */
    void add(OutboxMessage message);

    /**
     * Adds what costs as much as a message and is none: finished from the start, its sealed part not kept, never claimed
     * and never reported. So a flow takes as long for somebody it has nothing to send to.
     */
    void addDecoy(OutboxMessage message);

    /**
     * Takes messages of a channel that are due and marks them as taken until the lease is over: no two callers get the
     * same one, and nobody waits for another's choice. The tries of what is returned count the present one.
     *
     * @param max at most this many
     */
    List<OutboxMessage> claim(Channel channel, int max, Duration lease, Instant now);

    /** Notes how a message ended, and erases its sealed part. One that has ended already stays as it is. */
    void finish(String id, MessageOutcome outcome, Instant now);

    /** Puts a message back for another try. */
    void retry(String id, Instant nextTryAt, @Nullable String error);

    /** How far a message has come; empty when there is none of that id. */
    Optional<MessageReport> report(String id);

    /** The state of the outbox. @param since counts what was finished from this instant on */
    OutboxCounts figures(Instant since);
}
