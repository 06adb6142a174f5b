package dev.lockstile.auth.redis;

import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.store.ThrottlePermit.ProgressiveDelay;
import dev.lockstile.auth.throttle.ThrottleCounters;
import dev.lockstile.auth.throttle.ThrottleCounters.PermitResult;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
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
 * <p>A server that does not answer is an unchecked exception of Lettuce, which the library turns into "unavailable". A
 * flow waits for the answer, for the timeout at the longest. One server or one with replicas; a cluster would need all
 * keys of a flow in one slot. The server must not evict ({@code maxmemory-policy noeviction}), or limits are forgotten.
 */
public final class RedisCounters implements ThrottleCounters, AutoCloseable {

    private static final String PREFIX = "lockstile:";

    private final RedisLink redis;
    private final Script admit;
    private final Script recordFailure;
    private final Script release;
    private final Script giveBack;
    private final Script close;

    private RedisCounters(RedisLink redis) {
        this.redis = redis;
        admit = script("admit.lua");
        recordFailure = script("record-failure.lua");
        release = script("release.lua");
        giveBack = script("give-back.lua");
        close = script("close.lua");
    }

    private Script script(String name) {
        return redis.call(commands -> Script.of(commands, name));
    }

    /**
     * Connects to a server, or to the primary that Sentinel names: {@code redis-sentinel://a,b,c/0?timeout=1s#primary}.
     * A connection whose server hangs is replaced after three commands without an answer, and Sentinel is asked again.
     * TCP keep-alive finds a dead peer within eleven seconds; the user timeout finds it sooner where a native transport
     * of Netty is on the class path.
     *
     * @param server its address, with a timeout of at most five seconds, since a flow waits for it
     * @return counters that {@link #close()} disconnects
     * @throws IllegalArgumentException when the timeout is longer, as Lettuce's own of a minute
     * @throws io.lettuce.core.RedisException when no server answers
     */
    public static RedisCounters connect(RedisURI server) {
        return new RedisCounters(RedisLink.open(server));
    }

    /**
     * {@return counters on a connection that stays the host's to configure and to close}
     *
     * @param connection may be shared by all threads
     */
    public static RedisCounters on(StatefulRedisConnection<String, String> connection) {
        return new RedisCounters(RedisLink.of(connection));
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
        List<String> answer = run(admit, keys(all), words);
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
        List<String> answer = run(recordFailure, keys, words);
        List<PermitResult> full = new ArrayList<>();
        for (int i = 0; i < answer.size(); i += 2) {
            full.add(PermitResult.refused(
                    permits.get(Integer.parseInt(answer.get(i))), ScriptArguments.instant(answer.get(i + 1))));
        }
        return full;
    }

    @Override
    public void release(String bucket) {
        run(release, List.of(key(bucket)), new ScriptArguments().add(0));
    }

    @Override
    public void giveBack(ThrottlePermit permit, Instant takenAt) {
        run(
                giveBack,
                List.of(key(permit.bucket())),
                new ScriptArguments().add(takenAt).add(permit));
    }

    @Override
    public void close(Collection<String> buckets, Instant until) {
        if (!buckets.isEmpty()) {
            run(close, buckets.stream().map(RedisCounters::key).toList(), new ScriptArguments().add(until));
        }
    }

    @Override
    public void clear(AuthTx tx, Collection<String> buckets, Instant now) {
        String[] keys = buckets.stream().map(RedisCounters::key).toArray(String[]::new);
        if (keys.length > 0) {
            tx.afterCommit(() -> redis.call(commands -> commands.del(keys)));
        }
    }

    /** Nothing to do: what is spent vanishes by itself. */
    @Override
    public int purge(Instant now, int max) {
        return 0;
    }

    /** Disconnects what {@link #connect} has connected; a connection of the host stays open. */
    @Override
    public void close() {
        redis.close();
    }

    private List<String> run(Script script, List<String> keys, ScriptArguments words) {
        return redis.call(commands -> script.run(commands, keys, words));
    }

    private static List<String> keys(List<ThrottlePermit> permits) {
        return permits.stream().map(permit -> key(permit.bucket())).toList();
    }

    private static String key(String bucket) {
        return PREFIX + bucket;
    }
}
