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

        assertThat(IntStream.range(0, 500).mapToObj(i -> backoff.after(1)))
                .allMatch(wait -> isBetween(wait, 2_500, 7_500));
        assertThat(IntStream.range(0, 500)
                        .mapToObj(i -> backoff.after(1))
                        .distinct()
                        .count())
                .isGreaterThan(100);
        assertThat(IntStream.range(0, 500).mapToObj(i -> backoff.after(2)))
                .allMatch(wait -> isBetween(wait, 20_000, 60_000));
    }

    @Test
    void many_tries_do_not_overflow() {
        assertThat(new RetryDelay(byte[]::new).after(Integer.MAX_VALUE))
                .isPositive()
                .isLessThan(Duration.ofDays(1));
    }

    private static boolean isBetween(Duration wait, long least, long most) {
        return wait.toMillis() >= least && wait.toMillis() < most;
    }
}
