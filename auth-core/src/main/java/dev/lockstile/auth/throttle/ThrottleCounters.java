package dev.lockstile.auth.throttle;

import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.store.ThrottlePermit.ProgressiveDelay;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Storage of the counters of rate limits: by default the host's database.
 * {@link dev.lockstile.auth.store.ThrottleStore.ThrottleBucket} describes the states of a bucket; every method is
 * atomic over all nodes. An implementation that cannot reach its storage throws any unchecked exception: codes and
 * resets are then refused, and sign-ins by password are limited by a small budget in local memory.
 */
public interface ThrottleCounters {

    /**
     * Takes all permits or none of them; then, if given, the permit of the attempt. If that one is refused, the others
     * remain taken.
     *
     * @param permits permits of the client, the identifier and the global limits
     * @param attempt permit of the attempt; null where no attempt is counted
     * @param now the time of the flow
     * @return whether all were taken, or the first limit that was reached
     */
    PermitResult admit(List<ThrottlePermit> permits, @Nullable ThrottlePermit attempt, Instant now);

    /**
     * Records a failed attempt: closes its bucket for the delay, and takes each of the permits independently.
     *
     * @param bucket of the attempt
     * @param spacing the delays by number of failures
     * @param permits of the limits on failures
     * @param now the time of the flow
     * @return the limits that were reached, each with the time of the next permit
     */
    List<PermitResult> recordFailure(
            String bucket, ProgressiveDelay spacing, List<ThrottlePermit> permits, Instant now);

    /**
     * Returns the permit of an attempt that was not evaluated.
     *
     * @param bucket of the attempt
     */
    void release(String bucket);

    /**
     * Returns a permit, if one is taken, and cancels the delay that it started. The default implementation returns the
     * permit but keeps the delay.
     *
     * @param permit the permit that was taken
     * @param takenAt the time at which it was taken
     */
    default void giveBack(ThrottlePermit permit, Instant takenAt) {
        release(permit.bucket());
    }

    /**
     * Closes existing buckets until a given time.
     *
     * @param buckets unknown ones are ignored
     * @param until the time at which they open again
     */
    void close(Collection<String> buckets, Instant until);

    /**
     * Empties buckets: in the given transaction where the counters are in the same database, otherwise after its
     * commit.
     *
     * @param tx the transaction of the success that resets the count, such as a correct password
     * @param buckets unknown ones are ignored
     * @param now the time of the flow
     */
    void clear(AuthTx tx, Collection<String> buckets, Instant now);

    /**
     * Removes buckets without permits. Storage whose buckets expire by themselves returns 0.
     *
     * @param now the time of the flow
     * @param max maximum number to remove
     * @return how many were removed
     */
    int purge(Instant now, int max);

    /**
     * {@return counters in local memory: for tests and for hosts with a single process} Keeps at most 100,000 buckets.
     */
    static ThrottleCounters inProcess() {
        return inProcess(100_000);
    }

    /**
     * {@return counters in local memory with a maximum number of buckets} When it is reached, a request that needs a
     * new bucket is refused.
     *
     * @param maxBuckets maximum number of buckets
     */
    static ThrottleCounters inProcess(int maxBuckets) {
        return new ProcessCounters(maxBuckets);
    }

    /**
     * The result of a request for permits.
     *
     * @param full the first permit that was refused; null when all were taken
     * @param retryAt when that one will be available; null when all were taken
     * @param attemptGranted true when the attempt was counted and may be evaluated
     */
    record PermitResult(
            @Nullable ThrottlePermit full, @Nullable Instant retryAt, boolean attemptGranted) {

        /**
         * {@return the result where all permits were taken}
         *
         * @param attemptGranted true when the attempt was counted and may be evaluated
         */
        public static PermitResult granted(boolean attemptGranted) {
            return new PermitResult(null, null, attemptGranted);
        }

        /**
         * {@return the result where none was taken}
         *
         * @param full the first permit that was not to be had
         * @param retryAt when that one can be had
         */
        public static PermitResult refused(ThrottlePermit full, Instant retryAt) {
            return new PermitResult(full, retryAt, false);
        }

        /** {@return true when all permits were taken} */
        public boolean isGranted() {
            return full == null;
        }
    }
}
