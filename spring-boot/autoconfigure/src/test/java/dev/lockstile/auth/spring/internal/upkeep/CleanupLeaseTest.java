package dev.lockstile.auth.spring.internal.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.testkit.SettableClock;
import dev.lockstile.auth.upkeep.Retention;
import dev.lockstile.auth.upkeep.Upkeep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class CleanupLeaseTest {

    private final AuthStore store = new InMemoryAuthStore();
    private final SettableClock clock = SettableClock.at("2026-03-01T12:00:00Z");

    @Test
    void a_node_that_is_done_lets_the_next_one_clean_up() {
        assertThat(node().cleanUp()).isTrue();
        assertThat(node().cleanUp()).isTrue();
    }

    @Test
    void while_another_node_cleans_up_nothing_is_done_and_one_that_died_is_waited_for() {
        assertThat(lease()).isTrue();
        assertThat(node().cleanUp()).isFalse();
        clock.advance(Duration.ofMinutes(59));
        assertThat(node().cleanUp()).isFalse();
        clock.advance(Duration.ofMinutes(2));
        assertThat(node().cleanUp()).isTrue();
    }

    @Test
    void of_two_nodes_that_begin_at_once_one_gets_the_lease() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            CyclicBarrier start = new CyclicBarrier(2);
            Callable<Boolean> begin = () -> {
                start.await();
                return lease();
            };
            int leased = 0;
            for (Future<Boolean> node : nodes.invokeAll(List.of(begin, begin))) {
                leased += node.get() ? 1 : 0;
            }
            assertThat(leased).isEqualTo(1);
        } finally {
            nodes.shutdownNow();
        }
    }

    private boolean lease() {
        Instant now = clock.instant();
        return store.<Boolean>alone(tx -> tx.throttles().take("cleanup", 1, Duration.ofHours(1), now));
    }

    private CleanupSchedule node() {
        return new CleanupSchedule(store, () -> Upkeep.of(store, clock), Retention.standard(), clock, context -> null);
    }
}
