package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.ConnectionHeldException;
import dev.lockstile.auth.store.ProgressiveDelay;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.throttle.PermitResult;
import dev.lockstile.auth.throttle.ThrottleCounters;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says "unavailable" and logs it, whatever it is that keeps the counters from answering (ASVS 16.5.3). */
final class FailClosedCounters implements ThrottleCounters {

    private static final Logger LOG = LoggerFactory.getLogger(FailClosedCounters.class);

    private final ThrottleCounters counters;

    FailClosedCounters(ThrottleCounters counters) {
        this.counters = counters;
    }

    @Override
    public PermitResult admit(List<ThrottlePermit> places, @Nullable ThrottlePermit attempt, Instant now) {
        return steady(() -> counters.admit(places, attempt, now));
    }

    @Override
    public List<PermitResult> miss(String bucket, ProgressiveDelay spacing, List<ThrottlePermit> places, Instant now) {
        return steady(() -> counters.miss(bucket, spacing, places, now));
    }

    @Override
    public void giveBack(String bucket) {
        steady(() -> {
            counters.giveBack(bucket);
            return true;
        });
    }

    @Override
    public void close(Collection<String> buckets, Instant until) {
        steady(() -> {
            counters.close(buckets, until);
            return true;
        });
    }

    @Override
    public void clear(AuthTx tx, Collection<String> buckets, Instant now) {
        counters.clear(tx, buckets, now);
    }

    @Override
    public int purge(Instant now, int max) {
        return steady(() -> counters.purge(now, max));
    }

    private static <R> R steady(Supplier<R> call) {
        try {
            return call.get();
        } catch (StoreUnavailableException e) {
            LOG.error("the throttle counters are unavailable", e);
            throw e;
        } catch (ConnectionHeldException e) {
            throw e; // a mistake of the caller, no fault of the counters
        } catch (RuntimeException e) {
            LOG.error("the throttle counters failed", e);
            throw new StoreUnavailableException("the throttle counters failed", e);
        }
    }
}
