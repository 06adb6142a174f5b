package dev.lockstile.auth.internal.message;

import dev.lockstile.auth.message.MessageDispatcher;
import dev.lockstile.auth.store.OutboxMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Sends from the outbox, one message at a time: leased in a transaction, sent outside, noted in another. One at a time
 * so that no message waits under a lease while another one is being sent, and a node that is stopped leaves none behind.
 */
public final class OutboxDispatcher implements MessageDispatcher {

    /** Longer than a send may take, so that nobody else takes a message that is on its way. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final Duration SEND_LIMIT = Duration.ofSeconds(20);
    private static final int MOST_PER_ROUND = 100;

    private final MessageWiring wiring;
    private final TimedSends sends;
    private final Delivery delivery;
    private final DispatchLoop loop;
    private volatile boolean closed;

    /** Does nothing until it is started or asked for a round. */
    public OutboxDispatcher(MessageWiring wiring) {
        this(wiring, SEND_LIMIT);
    }

    OutboxDispatcher(MessageWiring wiring, Duration sendLimit) {
        this.wiring = wiring;
        this.sends = new TimedSends(sendLimit);
        this.delivery = new Delivery(wiring, sends);
        this.loop = new DispatchLoop(this::hasMore, SEND_LIMIT.plusSeconds(5));
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public int dispatchDue() {
        int handled = 0;
        while (handled < MOST_PER_ROUND && !closed && !Thread.currentThread().isInterrupted()) {
            List<OutboxMessage> taken = takeOne();
            if (taken.isEmpty()) {
                break;
            }
            delivery.deliver(taken.get(0));
            handled++;
        }
        return handled;
    }

    @Override
    public void wake() {
        loop.wake();
    }

    @Override
    public void close() {
        closed = true;
        loop.close();
        sends.close();
    }

    private boolean hasMore() {
        return dispatchDue() == MOST_PER_ROUND;
    }

    private List<OutboxMessage> takeOne() {
        Instant now = wiring.clock().instant().truncatedTo(ChronoUnit.MICROS);
        return wiring.store().alone(tx -> tx.outbox().claim(1, LEASE, now));
    }
}
