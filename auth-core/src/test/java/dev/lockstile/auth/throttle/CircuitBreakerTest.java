package dev.lockstile.auth.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class CircuitBreakerTest {

    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");

    private final CircuitBreaker breaker = new CircuitBreaker(5, Duration.ofSeconds(10));

    @Test
    void five_failures_in_a_row_bring_a_rest_and_then_one_may_try() {
        for (int i = 0; i < 5; i++) {
            assertThat(breaker.admits(NOW)).isTrue();
            breaker.failed(NOW);
        }
        assertThat(breaker.admits(NOW.plusSeconds(9))).isFalse();
        assertThat(breaker.admits(NOW.plusSeconds(10))).isTrue();
        assertThat(breaker.admits(NOW.plusSeconds(10))).as("one, not all").isFalse();
        breaker.succeeded();
        assertThat(breaker.admits(NOW.plusSeconds(10))).isTrue();
    }

    @Test
    void an_answer_in_between_begins_the_count_anew() {
        for (int i = 0; i < 20; i++) {
            breaker.failed(NOW);
            if (i % 4 == 3) {
                breaker.succeeded();
            }
        }
        assertThat(breaker.admits(NOW)).isTrue();
    }
}
