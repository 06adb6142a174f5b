package dev.lockstile.auth.redis;

import com.github.fppt.jedismock.RedisServer;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.testkit.contract.ThrottleCountersContract;
import dev.lockstile.auth.throttle.ThrottleCounters;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract against a server written in Java, everywhere. */
final class OnJedisMockTest extends ThrottleCountersContract {

    private static RedisServer server;
    private static RedisClient client;
    private static StatefulRedisConnection<String, String> connection;

    @BeforeAll
    static void start() throws IOException {
        server = RedisServer.newRedisServer().start();
        client = RedisClient.create("redis://127.0.0.1:" + server.getBindPort());
        connection = client.connect();
    }

    @AfterAll
    static void stop() throws IOException {
        client.shutdown();
        server.stop();
    }

    @Override
    protected ThrottleCounters open(AuthStore store) {
        connection.sync().flushall();
        return RedisCounters.on(connection);
    }
}
