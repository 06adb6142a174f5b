package dev.lockstile.auth.redis;

import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.store.ThrottlePermit.ProgressiveDelay;
import dev.lockstile.auth.throttle.ThrottleCounters;
import dev.lockstile.auth.throttle.ThrottleCounters.PermitResult;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counters in Redis: every verb is one script, which Redis runs alone, so that all nodes share exact limits. What holds
 * nothing any more vanishes by itself. The keys are {@code lockstile:} and a keyed digest; no address or number is
 * stored.
 *
 * <p>A server that does not answer is an unchecked exception of Lettuce, which the library turns into "unavailable".
 * Give the connection a short timeout: a flow waits for it. One server or one with replicas; a cluster would need all
 * keys of a flow in one slot. The server must not evict ({@code maxmemory-policy noeviction}), or limits are forgotten.
 */
public final class RedisCounters implements ThrottleCounters {

    private static final String PREFIX = "lockstile:";

    private final RedisCommands<String, String> redis;
    private final Script admit;
    private final Script recordFailure;
    private final Script release;
    private final Script giveBack;
    private final Script close;

    private RedisCounters(RedisCommands<String, String> redis) {
        this.redis = redis;
        admit = Script.of(redis, "admit.lua");
        recordFailure = Script.of(redis, "record-failure.lua");
        release = Script.of(redis, "release.lua");
        giveBack = Script.of(redis, "give-back.lua");
        close = Script.of(redis, "close.lua");
    }

    /**
     * {@return counters on a connection that stays the host's to close}
     *
     * @param connection may be shared by all threads
     */
    public static RedisCounters on(StatefulRedisConnection<String, String> connection) {
        return new RedisCounters(connection.sync());
    }

    @Override
    public PermitResult admit(List<ThrottlePermit> permits, @Nullable ThrottlePermit attempt, Instant now) {
        List<ThrottlePermit> all = new ArrayList<>(permits);
        if (attempt != null) {
            all.add(attempt);
        }
        if (all.isEmpty()) {
            return PermitResult.granted(false);
        }
        ScriptArguments words = new ScriptArguments().add(now).add(permits.size());
        all.forEach(words::add);
        List<String> answer = admit.run(redis, keys(all), words);
        if (answer.get(0).equals("full")) {
            return PermitResult.refused(
                    permits.get(Integer.parseInt(answer.get(1))), ScriptArguments.instant(answer.get(2)));
        }
        return PermitResult.granted(answer.get(0).equals("attempt"));
    }

    @Override
    public List<PermitResult> recordFailure(
            String bucket, ProgressiveDelay spacing, List<ThrottlePermit> permits, Instant now) {
        List<String> keys = new ArrayList<>(List.of(key(bucket)));
        keys.addAll(keys(permits));
        ScriptArguments words = new ScriptArguments().add(now).add(spacing);
        permits.forEach(words::add);
        List<String> answer = recordFailure.run(redis, keys, words);
        List<PermitResult> full = new ArrayList<>();
        for (int i = 0; i < answer.size(); i += 2) {
            full.add(PermitResult.refused(
                    permits.get(Integer.parseInt(answer.get(i))), ScriptArguments.instant(answer.get(i + 1))));
        }
        return full;
    }

    @Override
    public void release(String bucket) {
        release.run(redis, List.of(key(bucket)), new ScriptArguments().add(0));
    }

    @Override
    public void giveBack(ThrottlePermit permit, Instant takenAt) {
        giveBack.run(
                redis,
                List.of(key(permit.bucket())),
                new ScriptArguments().add(takenAt).add(permit));
    }

    @Override
    public void close(Collection<String> buckets, Instant until) {
        if (!buckets.isEmpty()) {
            close.run(redis, buckets.stream().map(RedisCounters::key).toList(), new ScriptArguments().add(until));
        }
    }

    @Override
    public void clear(AuthTx tx, Collection<String> buckets, Instant now) {
        String[] keys = buckets.stream().map(RedisCounters::key).toArray(String[]::new);
        if (keys.length > 0) {
            tx.afterCommit(() -> redis.del(keys));
        }
    }

    /** Nothing to do: what is spent vanishes by itself. */
    @Override
    public int purge(Instant now, int max) {
        return 0;
    }

    private static List<String> keys(List<ThrottlePermit> permits) {
        return permits.stream().map(permit -> key(permit.bucket())).toList();
    }

    private static String key(String bucket) {
        return PREFIX + bucket;
    }
}
