package dev.lockstile.auth.message;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.store.OutboxStore;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Sends the messages that wait in the outbox. May run on every node: each message is leased to one node at a time.
 *
 * <p>Delivery is at least once: after a crash between the sending and its record, the same message is sent again with
 * the same id and code. At most three attempts are made, at growing intervals, and none after the code or link in the
 * message has expired. Messages are sent outside transactions, without a lock.
 *
 * <p>Where a channel has several providers and one fails, the next one is used within the same attempt. A provider that
 * failed five times in a row, or asked for a pause, is skipped for a time; while all are skipped, messages wait without
 * using an attempt.
 *
 * <p>The message log records the result, with codes and links removed. Log lines have the message's id, template,
 * channel and result, never a recipient or content (ASVS 16.2.5).
 */
public interface MessageDispatcher extends AutoCloseable {

    /**
     * Starts the daemon threads {@code lockstile-messages}, by default four per channel. They send when woken; one per
     * channel also polls every second for messages that other nodes left. A second call has no effect.
     *
     * @throws IllegalStateException once closed
     */
    void start();

    /**
     * Sends the messages that are due, at most 100 per channel, and returns; for tests and for hosts with a scheduler
     * of their own. A call sends one message after the other; call it from several threads to send in parallel.
     *
     * @return number of messages that were processed, with any result; 0 once closed
     * @throws dev.lockstile.auth.store.StoreUnavailableException when the database cannot be reached; unsent
     *     messages remain in the outbox
     */
    int dispatchDue();

    /** Wakes the threads to send new messages. Returns at once; has no effect when they are not running. */
    void wake();

    /**
     * {@return the state of a message; empty when there is none, or its row was cleaned up}
     *
     * @param id the message's id, as in log lines and at providers
     */
    Optional<OutboxStore.Report> report(String id);

    /**
     * {@return the state of the outbox, for a health check or a metric}
     *
     * @param since counts messages that were finished at this time or later
     */
    OutboxStore.Counts figures(Instant since);

    /**
     * {@return the waiting messages by channel, for a metric; without channels that have none} Queries only waiting
     * messages, in a transaction of its own.
     *
     * @throws dev.lockstile.auth.store.StoreUnavailableException when the database cannot be reached
     */
    Map<Channel, OutboxStore.Waiting> waiting();

    /**
     * Stops the threads after the messages they are sending. The remaining ones are sent by another node or after the
     * next start.
     */
    @Override
    void close();
}
