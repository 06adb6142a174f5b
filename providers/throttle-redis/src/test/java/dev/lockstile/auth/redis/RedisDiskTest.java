package dev.lockstile.auth.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.store.ThrottlePermit;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that cannot write its snapshot, as with a full disk: it refuses whatever changes something. */
@Timeout(120)
final class RedisDiskTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void a_snapshot_that_cannot_be_written_is_an_outage_after_which_counts_go_on() throws Exception {
        try (TestRedis server = TestRedis.start(folder, "--save", "900 1")) {
            RedisURI address = RedisURI.create("redis://127.0.0.1:" + server.port() + "?timeout=2s");
            RedisClient client = connectable(address);
            try (StatefulRedisConnection<String, String> operator = client.connect();
                    RedisCounters counters = RedisCounters.connect(address)) {
                assertThat(admit(counters)).isTrue();
                Path inTheWay = Files.createDirectory(folder.resolve("dump.rdb"));
                snapshot(operator, "err");
                for (int i = 0; i < 5; i++) {
                    assertThatThrownBy(() -> admit(counters))
                            .isInstanceOf(RedisException.class)
                            .hasMessageContaining("MISCONF");
                }
                Files.delete(inTheWay);
                snapshot(operator, "ok");
                assertThat(admit(counters)).as("nothing was counted meanwhile").isTrue();
                assertThat(admit(counters)).isFalse();
            } finally {
                client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
            }
        }
    }

    /** The bucket has room for two. */
    private static boolean admit(RedisCounters counters) {
        return counters.admit(List.of(ThrottlePermit.of("bucket", 2, Duration.ofHours(1))), null, NOW)
                .isGranted();
    }

    private static RedisClient connectable(RedisURI address) throws InterruptedException {
        RedisClient client = RedisClient.create(address);
        await(() -> {
            client.connect().close();
            return true;
        });
        return client;
    }

    private static void snapshot(StatefulRedisConnection<String, String> operator, String status)
            throws InterruptedException {
        await(() -> {
            operator.sync().bgsave();
            return true;
        });
        await(() -> operator.sync().info("persistence").contains("rdb_last_bgsave_status:" + status));
    }

    /** Looks every tenth of a second, for half a minute and more. */
    private static void await(BooleanSupplier until) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; i < 300; i++) {
            try {
                if (until.getAsBoolean()) {
                    return;
                }
            } catch (RedisException notYet) {
                assertThat(notYet).isNotNull();
            }
            assertThat(never.await(100, TimeUnit.MILLISECONDS)).isFalse();
        }
        throw new AssertionError("not within 300 looks");
    }
}
