package dev.lockstile.auth.internal.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.secret.Randomness;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryDelayTest {

    @Test
    void the_wait_grows_and_is_spread_out() {
        RetryDelay backoff = new RetryDelay(Randomness.secure());

        assertThat(IntStream.range(0, 500).mapToObj(i -> backoff.after(1, Duration.ZERO)))
                .allMatch(wait -> isBetween(wait, 2_500, 7_500));
        assertThat(IntStream.range(0, 500)
                        .mapToObj(i -> backoff.after(1, Duration.ZERO))
                        .distinct()
                        .count())
                .isGreaterThan(100);
        assertThat(IntStream.range(0, 500).mapToObj(i -> backoff.after(2, Duration.ZERO)))
                .allMatch(wait -> isBetween(wait, 20_000, 60_000));
    }

    @Test
    void a_provider_may_ask_for_more_and_not_for_less() {
        RetryDelay backoff = new RetryDelay(byte[]::new); // no jitter: half of the full wait

        assertThat(backoff.after(1, Duration.ofMinutes(2))).isEqualTo(Duration.ofMinutes(2));
        assertThat(backoff.after(1, Duration.ofMillis(2_499))).isEqualTo(Duration.ofMillis(2_500));
    }

    @Test
    void many_tries_do_not_overflow() {
        assertThat(new RetryDelay(byte[]::new).after(Integer.MAX_VALUE, Duration.ZERO))
                .isPositive()
                .isLessThan(Duration.ofDays(1));
    }

    private static boolean isBetween(Duration wait, long least, long most) {
        return wait.toMillis() >= least && wait.toMillis() < most;
    }
}
