package dev.lockstile.auth.redis;

import dev.lockstile.auth.event.OutageLog;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SocketOptions.KeepAliveOptions;
import io.lettuce.core.SocketOptions.TcpUserTimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.EpollProvider;
import io.lettuce.core.resource.IOUringProvider;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * A connection to the server. A server that hangs keeps its connections open, so one that has left several commands in
 * a row without an answer is given up: the next one asks Sentinel, where there is one, for the present primary.
 */
final class RedisLink implements AutoCloseable {

    private static final OutageLog FAILURES = new OutageLog(LoggerFactory.getLogger(RedisLink.class));
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int SILENT = 3;
    private static final int PROBES = 3;

    private final @Nullable RedisClient client;
    private final @Nullable RedisURI server;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicBoolean renewing = new AtomicBoolean();
    private volatile StatefulRedisConnection<String, String> connection;

    private RedisLink(
            @Nullable RedisClient client,
            @Nullable RedisURI server,
            StatefulRedisConnection<String, String> connection) {
        this.client = client;
        this.server = server;
        this.connection = connection;
    }

    /** A connection that stays the host's. */
    static RedisLink of(StatefulRedisConnection<String, String> connection) {
        return new RedisLink(null, null, connection);
    }

    /** One of its own. */
    static RedisLink open(RedisURI server) {
        Duration timeout = server.getTimeout();
        if (timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a flow waits for the server: give its address a timeout of at most "
                    + LONGEST.toSeconds() + " s, as in redis://redis.example?timeout=1s");
        }
        RedisClient client = RedisClient.create(server);
        client.setOptions(options(timeout));
        try {
            return new RedisLink(client, server, client.connect());
        } catch (RedisException e) {
            client.shutdown();
            throw e;
        }
    }

    /** The user timeout needs one of Netty's native transports; without one the keep-alive finds a dead peer. */
    private static ClientOptions options(Duration timeout) {
        boolean isNative = EpollProvider.isAvailable() || IOUringProvider.isAvailable();
        return ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(timeout)
                        .keepAlive(KeepAliveOptions.builder()
                                .enable()
                                .idle(Duration.ofSeconds(5))
                                .interval(Duration.ofSeconds(2))
                                .count(PROBES)
                                .build())
                        .tcpUserTimeout(TcpUserTimeoutOptions.builder()
                                .enable(isNative)
                                .tcpUserTimeout(timeout.multipliedBy(SILENT))
                                .build())
                        .build())
                .build();
    }

    <T> T call(Function<RedisCommands<String, String>, T> command) {
        try {
            T answer = command.apply(connection.sync());
            failures.set(0);
            return answer;
        } catch (RedisException e) {
            if (client != null && server != null && isSilence(e) && failures.incrementAndGet() >= SILENT) {
                renew(client, server);
            }
            throw e;
        }
    }

    /** An answer of the server that says no is an answer. */
    private static boolean isSilence(RedisException failure) {
        return !(failure instanceof RedisCommandExecutionException)
                || String.valueOf(failure.getMessage()).startsWith("READONLY");
    }

    /** One attempt at a time, beside the flows. */
    private void renew(RedisClient asked, RedisURI address) {
        if (renewing.compareAndSet(false, true)) {
            asked.connectAsync(StringCodec.UTF8, address)
                    .thenCompose(this::replace)
                    .whenComplete((closed, failure) -> renewed(failure));
        }
    }

    private void renewed(@Nullable Throwable failure) {
        renewing.set(false);
        if (failure != null) {
            FAILURES.warn("no new connection to Redis", failure);
        }
    }

    private CompletionStage<Void> replace(StatefulRedisConnection<String, String> fresh) {
        StatefulRedisConnection<String, String> silent = connection;
        connection = fresh;
        failures.set(0);
        return silent.closeAsync();
    }

    @Override
    public void close() {
        if (client != null) {
            connection.close();
            client.shutdown();
        }
    }
}
