package dev.lockstile.auth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.internal.throttle.StoreCounters;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.testkit.contract.ThrottleCountersContract;
import dev.lockstile.auth.throttle.ThrottleCounters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class ThrottleCountersTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    @Nested
    final class InTheStore extends ThrottleCountersContract {
        @Override
        protected ThrottleCounters open(AuthStore store) {
            return new StoreCounters(store);
        }

        @Test
        void what_holds_nothing_any_more_is_removed_and_counted() {
            ThrottleCounters counters = open(new InMemoryAuthStore());
            ThrottlePermit once = ThrottlePermit.of("bucket", 1, Duration.ofHours(1));
            counters.admit(List.of(once), null, NOW);
            assertThat(counters.purge(NOW, 10)).isZero();
            assertThat(counters.purge(NOW.plus(Duration.ofDays(2)), 10)).isEqualTo(1);
        }
    }

    @Nested
    final class InTheProcess extends ThrottleCountersContract {
        @Override
        protected ThrottleCounters open(AuthStore store) {
            return ThrottleCounters.inProcess();
        }
    }
}
