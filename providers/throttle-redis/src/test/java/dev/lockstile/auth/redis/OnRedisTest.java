package dev.lockstile.auth.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.testkit.contract.ThrottleCountersContract;
import dev.lockstile.auth.throttle.ThrottleCounters;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract against a real server, where {@code redis-server} is installed. */
final class OnRedisTest extends ThrottleCountersContract {

    private static final int TRIES = 200;

    @TempDir
    private static Path folder;

    private static TestRedis server;
    private static RedisClient client;
    private static StatefulRedisConnection<String, String> connection;

    @BeforeAll
    static void start() throws IOException {
        server = TestRedis.start(folder);
        client = RedisClient.create("redis://127.0.0.1:" + server.port());
        connection = connect();
    }

    private static StatefulRedisConnection<String, String> connect() {
        for (int i = 1; i < TRIES && server.process().isAlive(); i++) {
            try {
                return client.connect();
            } catch (RedisConnectionException e) {
                Thread.onSpinWait(); // it has not begun to listen
            }
        }
        return client.connect();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (client != null) {
            client.shutdown();
        }
        if (server != null) {
            server.close();
        }
    }

    @Override
    protected ThrottleCounters open(AuthStore store) {
        connection.sync().flushall();
        return RedisCounters.on(connection);
    }

    @Test
    void a_bucket_vanishes_when_it_holds_nothing_and_not_before() {
        ThrottleCounters counters = RedisCounters.on(connection);
        Instant now = Instant.parse("2026-03-01T00:00:00Z");
        counters.admit(List.of(ThrottlePermit.of("bucket", 1, Duration.ofMinutes(10))), null, now);
        assertThat(connection.sync().ttl("lockstile:bucket")).isBetween(500L, 601L);
        counters.close(List.of("bucket"), now.plus(Duration.ofMinutes(30)));
        assertThat(connection.sync().ttl("lockstile:bucket")).isBetween(1700L, 1801L);
    }

    @Test
    void a_server_that_forgot_the_scripts_is_told_them_again() {
        ThrottleCounters counters = RedisCounters.on(connection);
        connection.sync().scriptFlush();
        assertThat(counters.admit(List.of(ThrottlePermit.of("again", 1, Duration.ofMinutes(1))), null, Instant.EPOCH)
                        .isGranted())
                .isTrue();
    }
}
