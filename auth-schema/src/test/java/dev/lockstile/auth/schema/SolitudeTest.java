package dev.lockstile.auth.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Five seconds without another session, and not five since the wait began. */
final class SolitudeTest {

    private final AtomicLong nanos = new AtomicLong(-7);
    private final Solitude solitude = new Solitude(nanos::get);

    @Test
    void it_lasts_after_five_seconds() {
        after(Duration.ofSeconds(5).minusNanos(1));
        assertThat(solitude.lasts(false)).isFalse();
        after(Duration.ofNanos(1));
        assertThat(solitude.lasts(false)).isTrue();
    }

    @Test
    void another_session_begins_it_anew() {
        after(Duration.ofSeconds(60));
        assertThat(solitude.lasts(true)).isFalse();
        after(Duration.ofSeconds(4));
        assertThat(solitude.lasts(false)).isFalse();
        after(Duration.ofSeconds(1));
        assertThat(solitude.lasts(false)).isTrue();
    }

    private void after(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
