package dev.lockstile.auth.throttle;

import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.ProgressiveDelay;
import dev.lockstile.auth.store.ThrottlePermit;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the counters lie: in the host's database unless the host says otherwise. {@link dev.lockstile.auth.store.ThrottleBucket}
 * says what becomes of a bucket; every verb is atomic over all nodes. A counter that cannot be reached is an unchecked
 * exception of any kind: then codes and resets are refused, and password logins get a small budget of this process.
 */
public interface ThrottleCounters {

    /**
     * Takes all permits, or none of them; then, where there is one, the permit of the attempt, without which the others stay
     * taken.
     */
    PermitResult admit(List<ThrottlePermit> permits, @Nullable ThrottlePermit attempt, Instant now);

    /**
     * Notes that an attempt was wrong: closes its bucket as the spacing says, and takes each of the permits for itself.
     *
     * @return the permits that were full, each with the time at which it opens
     */
    List<PermitResult> recordFailure(
            String bucket, ProgressiveDelay spacing, List<ThrottlePermit> permits, Instant now);

    /** Gives a permit back that was taken for an attempt nobody looked at. */
    void release(String bucket);

    /** Closes buckets that are known until then. */
    void close(Collection<String> buckets, Instant until);

    /** Empties the buckets, with the transaction where the counters lie in the same database, else after its commit. */
    void clear(AuthTx tx, Collection<String> buckets, Instant now);

    /** Forgets buckets that hold nothing any more, at most so many; 0 where they vanish by themselves. */
    int purge(Instant now, int max);

    /** Counters of this process alone: for tests, and for hosts that are one process and say so. */
    static ThrottleCounters inProcess() {
        return inProcess(100_000);
    }

    /**
     * Counters of this process alone that keep at most so many buckets. When none is free, a request that needs a new one is
     * refused.
     */
    static ThrottleCounters inProcess(int maxBuckets) {
        return new ProcessCounters(maxBuckets);
    }
}
