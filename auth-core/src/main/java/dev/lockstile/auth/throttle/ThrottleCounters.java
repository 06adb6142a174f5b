package dev.lockstile.auth.throttle;

import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.store.ThrottlePermit.ProgressiveDelay;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the counters lie: in the host's database unless the host says otherwise.
 * {@link dev.lockstile.auth.store.ThrottleStore.ThrottleBucket} says what becomes of a bucket; every verb is atomic
 * over all nodes. A counter that cannot be reached is an unchecked exception of any kind: then codes and resets are
 * refused, and password logins get a small budget of this process.
 */
public interface ThrottleCounters {

    /**
     * Takes all permits, or none of them; then, where there is one, the permit of the attempt, without which the others
     * stay taken.
     *
     * @param permits of the client, the identifier and the whole
     * @param attempt null where no attempt is counted
     * @param now the time of the flow
     * @return whether all were taken, and if not which was full
     */
    PermitResult admit(List<ThrottlePermit> permits, @Nullable ThrottlePermit attempt, Instant now);

    /**
     * Notes that an attempt was wrong: closes its bucket as the spacing says, and takes each of the permits for itself.
     *
     * @param bucket of the attempt
     * @param spacing how long the bucket is closed after so many failures
     * @param permits of the limits on failures
     * @param now the time of the flow
     * @return the permits that were full, each with the time at which it opens
     */
    List<PermitResult> recordFailure(
            String bucket, ProgressiveDelay spacing, List<ThrottlePermit> permits, Instant now);

    /**
     * Gives a permit back that was taken for an attempt that was not checked.
     *
     * @param bucket of the attempt
     */
    void release(String bucket);

    /**
     * Gives that permit back, if any is taken, and with it the wait that it began. Counters that do not override this
     * give the permit back and keep the wait.
     *
     * @param permit as it was taken
     * @param takenAt the time of the flow that took it
     */
    default void giveBack(ThrottlePermit permit, Instant takenAt) {
        release(permit.bucket());
    }

    /**
     * Closes buckets that are known until then.
     *
     * @param buckets those that are not there are left out
     * @param until the time from which they are open again
     */
    void close(Collection<String> buckets, Instant until);

    /**
     * Empties the buckets, with the transaction where the counters lie in the same database, else after its commit.
     *
     * @param tx the transaction of what sets the count back, such as a right password
     * @param buckets those that are not there are left out
     * @param now the time of the flow
     */
    void clear(AuthTx tx, Collection<String> buckets, Instant now);

    /**
     * Forgets buckets that hold nothing any more, at most so many; 0 where they vanish by themselves.
     *
     * @param now the time of the flow
     * @param max at most so many in one call
     * @return how many were forgotten
     */
    int purge(Instant now, int max);

    /**
     * {@return counters of this process alone: for tests, and for hosts that are one process and say so} At most
     * 100,000 buckets are kept.
     */
    static ThrottleCounters inProcess() {
        return inProcess(100_000);
    }

    /**
     * {@return counters of this process alone that keep at most so many buckets} When none is free, a request that
     * needs a new one is refused.
     *
     * @param maxBuckets how many at most
     */
    static ThrottleCounters inProcess(int maxBuckets) {
        return new ProcessCounters(maxBuckets);
    }

    /**
     * What became of a request for permits.
     *
     * @param full the first permit that was not to be had; null when all were taken
     * @param retryAt when that one can be had; null when all were taken
     * @param attemptGranted true when the attempt was counted and may be looked at
     */
    record PermitResult(
            @Nullable ThrottlePermit full, @Nullable Instant retryAt, boolean attemptGranted) {

        /**
         * {@return the result where all permits were taken}
         *
         * @param attemptGranted true when the attempt was counted and may be looked at
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
