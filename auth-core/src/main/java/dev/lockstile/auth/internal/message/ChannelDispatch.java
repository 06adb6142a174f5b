package dev.lockstile.auth.internal.message;

import dev.lockstile.auth.store.OutboxStore.OutboxMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Sends the messages of one channel, one at a time per caller: leased in a transaction, sent outside, noted in another.
 * So no message waits under a lease while another one is being sent, and a node that is stopped leaves none behind.
 */
final class ChannelDispatch {

    /** Ten seconds longer than a try may take, so that no other node takes a message that is on its way. */
    private static final Duration LEASE = OutboxDispatcher.SEND_LIMIT.plusSeconds(10);

    private final MessageWiring wiring;
    private final ProviderChain route;
    private final Delivery delivery;

    ChannelDispatch(MessageWiring wiring, ProviderChain route) {
        this.wiring = wiring;
        this.route = route;
        this.delivery = new Delivery(wiring, route);
    }

    /**
     * Takes one message in hand. While all providers rest nothing is taken, so that waiting costs no try.
     *
     * @param taken runs once there is a message, before it is sent
     * @return false when nothing is due or no provider would take it
     */
    boolean one(Runnable taken) {
        Optional<Provider> provider = route.admitted();
        if (provider.isEmpty() && !route.leadsNowhere()) {
            return false;
        }
        List<OutboxMessage> claimed = claim(provider);
        if (claimed.isEmpty()) {
            provider.ifPresent(route::release);
            return false;
        }
        taken.run();
        delivery.deliver(claimed.get(0), provider.orElse(null));
        return true;
    }

    void close() {
        route.close();
    }

    private List<OutboxMessage> claim(Optional<Provider> provider) {
        Instant now = wiring.clock().instant().truncatedTo(ChronoUnit.MICROS);
        try {
            return wiring.store().alone(tx -> tx.outbox().claim(route.channel(), 1, LEASE, now));
        } catch (RuntimeException e) {
            provider.ifPresent(route::release);
            throw e;
        }
    }
}
