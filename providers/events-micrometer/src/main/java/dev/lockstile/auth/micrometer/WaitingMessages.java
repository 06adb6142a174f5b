package dev.lockstile.auth.micrometer;

import dev.lockstile.auth.message.MessageDispatcher;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.store.OutboxStore.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The messages that wait, as they were some seconds ago. One thread asks the database; others get what is known
 * meanwhile, so that a database that hangs holds up one scrape and not each gauge of each.
 */
final class WaitingMessages {

    private final MessageDispatcher messages;
    private final Clock clock;
    private final Duration fresh;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Known known = new Known(Instant.MIN, null);

    WaitingMessages(MessageDispatcher messages, Clock clock, Duration fresh) {
        this.messages = messages;
        this.clock = clock;
        this.fresh = fresh;
    }

    /** A figure of a channel's messages, 0 without any; NaN where it cannot be told. */
    double figure(Channel channel, ToDoubleFunction<Waiting> figure) {
        if (!isFresh() && asking.tryLock()) {
            try {
                if (!isFresh()) {
                    known = ask();
                }
            } finally {
                asking.unlock();
            }
        }
        Map<Channel, Waiting> waiting = known.waiting();
        if (waiting == null) {
            return Double.NaN;
        }
        Waiting of = waiting.get(channel);
        return of == null ? 0 : figure.applyAsDouble(of);
    }

    /** A clock that was set back makes it stale as well. */
    private boolean isFresh() {
        Instant now = clock.instant();
        Instant at = known.at();
        return !at.equals(Instant.MIN) && !now.isBefore(at) && now.isBefore(at.plus(fresh));
    }

    /** An outage is known for as long as an answer: each attempt may wait for a connection. */
    private Known ask() {
        Map<Channel, Waiting> waiting;
        try {
            waiting = messages.waiting();
        } catch (RuntimeException e) {
            waiting = null;
        }
        return new Known(clock.instant(), waiting);
    }

    private record Known(Instant at, @Nullable Map<Channel, Waiting> waiting) {}
}
