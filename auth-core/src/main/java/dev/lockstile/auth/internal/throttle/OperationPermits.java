package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.throttle.ThrottleCounters;
import dev.lockstile.auth.throttle.ThrottleCounters.PermitResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The permits that an operation takes on its thread. An operation that ends in an outage decides nothing, so its
 * permits are given back and the caller repeats the request. A flow that found a proof wrong keeps them: no outage
 * brings more guesses.
 */
public final class OperationPermits {

    private final ThreadLocal<@Nullable List<Taken>> open = new ThreadLocal<>();

    OperationPermits() {}

    /**
     * Runs an operation, within another one or alone.
     *
     * @param <R> what the operation answers
     * @param operation runs on the calling thread
     * @param undecided whether an answer says "unavailable"
     * @return what the operation answered
     */
    public <R> R over(Supplier<R> operation, Predicate<R> undecided) {
        List<Taken> outer = open.get();
        List<Taken> own = new ArrayList<>();
        open.set(own);
        try {
            R result = operation.get();
            if (undecided.test(result)) {
                giveBack(own);
            }
            return result;
        } catch (StoreUnavailableException e) {
            giveBack(own, e);
            throw e;
        } finally {
            restore(outer);
        }
    }

    /** Keeps what the operation has taken so far, whatever comes of it: its proof was looked at and is wrong. */
    public void keep() {
        List<Taken> own = open.get();
        if (own != null) {
            own.clear();
        }
    }

    /** The same counters, with a note of each permit that they grant. */
    ThrottleCounters noting(ThrottleCounters counters) {
        return new NotingCounters(counters);
    }

    private void restore(@Nullable List<Taken> outer) {
        if (outer == null) {
            open.remove();
        } else {
            open.set(outer);
        }
    }

    /** Ends at the first failure: counters that are out of reach would hold each permit up as long. */
    private static void giveBack(List<Taken> taken, StoreUnavailableException outage) {
        try {
            giveBack(taken);
        } catch (RuntimeException e) {
            outage.addSuppressed(e);
        }
    }

    private static void giveBack(List<Taken> taken) {
        taken.forEach(one -> one.counters().giveBack(one.permit(), one.at()));
    }

    private record Taken(ThrottleCounters counters, ThrottlePermit permit, Instant at) {}

    private final class NotingCounters extends ForwardingCounters {

        NotingCounters(ThrottleCounters counters) {
            super(counters);
        }

        @Override
        public PermitResult admit(List<ThrottlePermit> permits, @Nullable ThrottlePermit attempt, Instant now) {
            PermitResult result = counters.admit(permits, attempt, now);
            List<Taken> own = open.get();
            if (own != null && result.isGranted()) {
                permits.forEach(permit -> own.add(new Taken(counters, permit, now)));
                if (attempt != null && result.attemptGranted()) {
                    own.add(new Taken(counters, attempt, now));
                }
            }
            return result;
        }

        @Override
        public void release(String bucket) {
            counters.release(bucket);
            List<Taken> own = open.get();
            if (own != null) {
                own.removeIf(one -> one.permit().bucket().equals(bucket));
            }
        }

        @Override
        public void giveBack(ThrottlePermit permit, Instant takenAt) {
            counters.giveBack(permit, takenAt);
            List<Taken> own = open.get();
            if (own != null) {
                own.remove(new Taken(counters, permit, takenAt));
            }
        }
    }
}
