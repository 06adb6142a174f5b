package dev.lockstile.auth.internal.message;

import dev.lockstile.auth.message.MessageDispatcher;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.store.OutboxStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sends from the outbox, each channel with threads and providers of its own, so that a text message provider that hangs
 * holds up no e-mail.
 */
public final class OutboxDispatcher implements MessageDispatcher {

    static final Duration SEND_LIMIT = Duration.ofSeconds(20);
    private static final int MOST_PER_ROUND = 100;

    private final MessageWiring wiring;
    private final List<ChannelDispatch> channels = new ArrayList<>();
    private final List<DispatchLoop> loops = new ArrayList<>();
    private final DispatchOutage outage = new DispatchOutage();
    private volatile boolean closed;

    /** Does nothing until it is started or asked for a round. */
    public OutboxDispatcher(MessageWiring wiring) {
        this(wiring, SEND_LIMIT);
    }

    OutboxDispatcher(MessageWiring wiring, Duration sendLimit) {
        this.wiring = wiring;
        add(new ProviderChain(
                Channel.SMS, wiring.sms().stream().map(Provider::of).toList(), sendLimit, wiring.clock()));
        add(new ProviderChain(
                Channel.EMAIL, wiring.email().stream().map(Provider::of).toList(), sendLimit, wiring.clock()));
    }

    private void add(ProviderChain route) {
        ChannelDispatch channel = new ChannelDispatch(wiring, route);
        channels.add(channel);
        loops.add(new DispatchLoop(channel::one, wiring.workers(), outage, SEND_LIMIT.plusSeconds(5)));
    }

    @Override
    public void start() {
        loops.forEach(DispatchLoop::start);
    }

    @Override
    public int dispatchDue() {
        return channels.stream().mapToInt(this::dispatchDue).sum();
    }

    private int dispatchDue(ChannelDispatch channel) {
        int handled = 0;
        while (handled < MOST_PER_ROUND
                && !closed
                && !Thread.currentThread().isInterrupted()
                && channel.one(() -> {})) {
            handled++;
        }
        return handled;
    }

    @Override
    public void wake() {
        loops.forEach(DispatchLoop::wake);
    }

    @Override
    public Optional<OutboxStore.Report> report(String id) {
        return wiring.store().read(tx -> tx.outbox().report(id));
    }

    @Override
    public OutboxStore.Counts figures(Instant since) {
        return wiring.store().read(tx -> tx.outbox().figures(since));
    }

    @Override
    public Map<Channel, OutboxStore.Waiting> waiting() {
        return wiring.store().read(tx -> tx.outbox().waiting());
    }

    @Override
    public void close() {
        closed = true;
        loops.forEach(DispatchLoop::stop);
        loops.forEach(DispatchLoop::close);
        channels.forEach(ChannelDispatch::close);
    }
}
