package dev.lockstile.auth.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.store.ThrottlePermit;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A primary with a replica behind a Sentinel, where {@code redis-server} is installed. */
@Timeout(120)
final class SentinelTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void counters_follow_the_primary_when_it_hangs_and_when_it_dies() throws Exception {
        try (TestRedis primary = TestRedis.start(folder);
                TestRedis replica = TestRedis.start(folder, "--replicaof", "127.0.0.1", "" + primary.port());
                TestRedis sentinel = TestRedis.sentinel(folder, primary)) {
            awaitReplica(sentinel);
            RedisURI address =
                    RedisURI.create("redis-sentinel://127.0.0.1:" + sentinel.port() + "/0?timeout=400ms#primary");
            try (RedisCounters counters = RedisCounters.connect(address)) {
                assertThat(admit(counters)).isTrue();
                await(() -> waits(replica, "lockstile:bucket"));
                primary.signal("STOP");
                assertThatThrownBy(() -> admit(counters)).isInstanceOf(RedisException.class);
                await(() -> answers(counters));
                assertThat(admit(counters)).as("the replica knows the count").isFalse();
                primary.signal("CONT");
                await(() -> isReplicaOf(primary, replica));
                replica.close();
                await(() -> answers(counters));
            } finally {
                primary.signal("CONT");
            }
        }
    }

    /** The bucket has room for one. */
    private static boolean admit(RedisCounters counters) {
        return counters.admit(List.of(ThrottlePermit.of("bucket", 1, Duration.ofHours(1))), null, NOW)
                .isGranted();
    }

    private static boolean answers(RedisCounters counters) {
        try {
            admit(counters);
            return true;
        } catch (RedisException e) {
            return false;
        }
    }

    private static void awaitReplica(TestRedis sentinel) throws InterruptedException {
        await(() -> info(sentinel, "sentinel").contains("slaves=1"));
    }

    private static boolean isReplicaOf(TestRedis one, TestRedis other) {
        String told = info(one, "replication");
        return told.contains("role:slave")
                && told.contains("master_port:" + other.port())
                && told.contains("master_link_status:up");
    }

    private static boolean waits(TestRedis server, String key) {
        return ask(server, connection -> connection.sync().exists(key) == 1 ? "yes" : "no")
                .equals("yes");
    }

    private static String info(TestRedis server, String section) {
        return ask(server, connection -> connection.sync().info(section));
    }

    private static String ask(TestRedis server, Function<StatefulRedisConnection<String, String>, String> question) {
        RedisClient client = RedisClient.create(RedisURI.builder()
                .withHost("127.0.0.1")
                .withPort(server.port())
                .withTimeout(Duration.ofSeconds(2))
                .build());
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            return question.apply(connection);
        } catch (RedisException e) {
            return "";
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
        }
    }

    /** Looks every tenth of a second, for half a minute and more. */
    private static void await(BooleanSupplier until) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; i < 300; i++) {
            if (until.getAsBoolean()) {
                return;
            }
            assertThat(never.await(100, TimeUnit.MILLISECONDS)).isFalse();
        }
        throw new AssertionError("not within 300 looks");
    }
}
