package dev.lockstile.auth.internal.throttle;

import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What this node knows of an attack under way: until when failures of all accounts together are over their limit, and
 * which wide networks have had theirs. Learned from the shared counters at the node's next failure, so that a plain
 * sign-in asks for nothing more; a node that has not learned it lets one failure more pass.
 */
final class AttackState {

    private static final int NETWORKS = 10_000;

    private final AtomicReference<Instant> alarmedUntil = new AtomicReference<>(Instant.MIN);
    private final Map<String, Instant> closed = new HashMap<>();

    void alarm(Instant until) {
        alarmedUntil.accumulateAndGet(until, (was, next) -> next.isAfter(was) ? next : was);
    }

    boolean isAlarmed(Instant now) {
        return now.isBefore(alarmedUntil.get());
    }

    /** Notes that a network has had its share of failures; forgets others rather than grow. */
    synchronized void close(String network, Instant until, Instant now) {
        if (closed.size() >= NETWORKS) {
            closed.values().removeIf(end -> !now.isBefore(end));
        }
        Iterator<String> any = closed.keySet().iterator();
        if (closed.size() >= NETWORKS && any.hasNext()) {
            any.next();
            any.remove();
        }
        closed.put(network, until);
    }

    /** When a client there may try again; empty when at once. */
    synchronized Optional<Instant> closedUntil(@Nullable String address, Instant now) {
        if (closed.isEmpty()) {
            return Optional.empty();
        }
        return ClientNetwork.wide(address).stream()
                .flatMap(wide -> Optional.ofNullable(closed.get(wide.network())).stream())
                .filter(now::isBefore)
                .max(Instant::compareTo);
    }
}
