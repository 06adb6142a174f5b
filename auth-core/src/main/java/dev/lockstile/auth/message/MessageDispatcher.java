package dev.lockstile.auth.message;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.store.OutboxStore;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Sends what waits in the outbox. May run on every node: a message is leased to one of them at a time.
 *
 * <p>A message leaves at least once: after a crash between the sending and the note of it, the same message leaves
 * again with the same id and the same code. At most three tries are made, further and further apart, and none once the
 * code or link in it has expired. Nothing is sent inside a transaction and no lock is held while sending.
 *
 * <p>Where a channel has several providers, one that fails hands the message on to the next within the same try. A
 * provider that failed five times in a row, or asked to be left alone, is passed over for a while; when all rest,
 * messages wait without losing a try.
 *
 * <p>How sending ends is seen in the message logs, with codes and links blanked; log lines carry the message's id,
 * template, channel and outcome, never a recipient or a content (ASVS 16.2.5).
 */
public interface MessageDispatcher extends AutoCloseable {

    /**
     * Starts the daemon threads {@code lockstile-messages}, four per channel unless the host wants another number. They
     * send when woken; one of each channel looks every second for what others left. Starting twice changes nothing.
     *
     * @throws IllegalStateException once closed
     */
    void start();

    /**
     * Sends what is due now, at most 100 messages of each channel, and returns; for tests and for hosts with a
     * scheduler of their own. Any number of threads may call it at the same time: one thread sends one message after
     * the other, so that is how a host sends more than one at once.
     *
     * @return messages that were taken in hand, whatever became of them; 0 once closed
     * @throws dev.lockstile.auth.store.StoreUnavailableException when the database cannot be reached; what was not sent
     *     stays in the outbox
     */
    int dispatchDue();

    /** Tells the threads that there is something to send. Returns at once; does nothing when they do not run. */
    void wake();

    /**
     * {@return how far a message has come; empty when there is none, or it was cleaned up}
     *
     * @param id as log lines and providers show it
     */
    Optional<OutboxStore.Report> report(String id);

    /**
     * {@return the state of the outbox, for a health check or a metric}
     *
     * @param since counts what was finished from this instant on
     */
    OutboxStore.Counts figures(Instant since);

    /**
     * {@return the messages that wait, by channel, for a metric; a channel without one is left out} Asks the database
     * for the waiting ones alone, in a transaction of its own.
     *
     * @throws dev.lockstile.auth.store.StoreUnavailableException when the database cannot be reached
     */
    Map<Channel, OutboxStore.Waiting> waiting();

    /**
     * Ends the threads after the messages they have in hand. What is left is sent by another node or after the next
     * start.
     */
    @Override
    void close();
}
