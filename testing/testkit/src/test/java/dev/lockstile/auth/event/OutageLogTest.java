package dev.lockstile.auth.event;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.lockstile.auth.store.StoreUnavailableException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** An outage is told in one line each, and traced once a minute. */
final class OutageLogTest {

    private final AtomicLong nanos = new AtomicLong(7);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @Test
    void fifty_failures_are_fifty_lines_and_one_trace_a_minute() {
        Logger logger = (Logger) LoggerFactory.getLogger("outage");
        logger.setAdditive(false);
        lines.start();
        logger.addAppender(lines);
        OutageLog log = new OutageLog(logger, nanos::get);
        for (int i = 0; i < 50; i++) {
            log.warn("the store is unavailable", failure());
        }
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(61));
        log.warn("the store is unavailable", failure());

        assertThat(lines.list)
                .hasSize(51)
                .allSatisfy(line -> assertThat(line.getFormattedMessage())
                        .isEqualTo(
                                "the store is unavailable: the database did not answer, SQLState 08006 second line"));
        assertThat(lines.list)
                .filteredOn(line -> line.getThrowableProxy() != null)
                .hasSize(2);
        assertThat(lines.list.get(0).getThrowableProxy()).isNotNull();
        assertThat(lines.list.get(50).getThrowableProxy()).isNotNull();
    }

    private static StoreUnavailableException failure() {
        return new StoreUnavailableException(
                "the database did not answer", new IllegalStateException("SQLState 08006\n  second line"));
    }
}
