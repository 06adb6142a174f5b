package dev.lockstile.auth.imports.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sixteen callers may wait for a connection at once: neither fewer nor more. */
final class TimedConnectionsTest {

    private static final int CALLERS = 16;
    private static final int REQUESTS = 2000;

    private final ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    private Connection shared;

    @BeforeEach
    void open() throws SQLException {
        shared = DriverManager.getConnection("jdbc:h2:mem:");
    }

    @AfterEach
    void close() throws SQLException {
        threads.shutdownNow();
        shared.close();
    }

    @Test
    void sixteen_callers_that_ask_again_and_again_are_never_refused() throws Exception {
        TimedConnections connections = new TimedConnections(() -> shared, Duration.ofMinutes(1));
        Callable<Integer> caller = () -> {
            for (int request = 0; request < REQUESTS; request++) {
                assertThat(connections.connect()).isSameAs(shared);
            }
            return REQUESTS;
        };
        assertThat(answers(threads.invokeAll(Collections.nCopies(CALLERS, caller))))
                .hasSize(CALLERS)
                .containsOnly(REQUESTS);
    }

    @Test
    void one_more_than_sixteen_is_refused_until_a_connection_has_come() throws Exception {
        CountDownLatch asked = new CountDownLatch(CALLERS);
        CountDownLatch answers = new CountDownLatch(1);
        TimedConnections connections = new TimedConnections(
                () -> {
                    asked.countDown();
                    await(answers);
                    return shared;
                },
                Duration.ofMinutes(1));
        List<Future<Connection>> waiting = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            waiting.add(threads.submit(connections::connect));
        }
        asked.await();
        assertThatThrownBy(connections::connect)
                .isInstanceOf(SQLTransientConnectionException.class)
                .hasMessage("too many connections are waited for");
        answers.countDown();
        assertThat(answers(waiting)).containsOnly(shared);
        assertThat(connections.connect()).isSameAs(shared);
    }

    private static void await(CountDownLatch latch) throws SQLException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException(e);
        }
    }

    private static <T> List<T> answers(List<Future<T>> futures) throws Exception {
        List<T> answers = new ArrayList<>();
        for (Future<T> future : futures) {
            answers.add(future.get());
        }
        return answers;
    }
}
