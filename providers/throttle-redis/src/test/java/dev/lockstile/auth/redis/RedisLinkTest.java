package dev.lockstile.auth.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.github.fppt.jedismock.RedisServer;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisServerCommands;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class RedisLinkTest {

    @Test
    void a_new_connection_that_fails_is_logged_with_its_reason() throws Exception {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        AppenderBase<ILoggingEvent> appender = appender(lines);
        Logger logger = (Logger) LoggerFactory.getLogger(RedisLink.class);
        RedisServer server = RedisServer.newRedisServer().start();
        int port = server.getBindPort();
        try (RedisLink link = RedisLink.open(RedisURI.create("redis://127.0.0.1:" + port + "?timeout=2s"))) {
            logger.addAppender(appender);
            server.stop();
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> link.call(RedisServerCommands::dbsize)).isInstanceOf(RedisException.class);
            }
            assertThat(lines.poll(30, TimeUnit.SECONDS))
                    .startsWith("no new connection to Redis: ")
                    .contains(":" + port);
        } finally {
            logger.detachAppender(appender);
        }
    }

    private static AppenderBase<ILoggingEvent> appender(BlockingQueue<String> lines) {
        AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                lines.add(event.getFormattedMessage());
            }
        };
        appender.start();
        return appender;
    }
}
