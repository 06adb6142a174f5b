package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.internal.event.FlowWatch;
import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.throttle.ThrottleCounters;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same counters, with each permit that they refuse told to observers by the name of its limit. */
final class WatchedCounters extends ForwardingCounters {

    private final FlowWatch flows;

    private WatchedCounters(ThrottleCounters counters, FlowWatch flows) {
        super(counters);
        this.flows = flows;
    }

    static ThrottleCounters of(ThrottleCounters counters, FlowWatch flows) {
        return flows.isIdle() ? counters : new WatchedCounters(counters, flows);
    }

    @Override
    public PermitResult admit(List<ThrottlePermit> permits, @Nullable ThrottlePermit attempt, Instant now) {
        PermitResult result = super.admit(permits, attempt, now);
        ThrottlePermit full = result.full();
        String limit = full == null ? null : LimitNames.ofBucket(full.bucket());
        if (limit != null) {
            flows.limited(limit);
        }
        return result;
    }
}
