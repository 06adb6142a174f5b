package dev.lockstile.auth.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Five seconds without another session, and not five since the wait began. */
final class SoleSessionTimerTest {

    private final AtomicLong nanos = new AtomicLong(-7);
    private final SoleSessionTimer soleSession = new SoleSessionTimer(nanos::get);

    @Test
    void it_is_long_enough_after_five_seconds() {
        after(Duration.ofSeconds(5).minusNanos(1));
        assertThat(soleSession.isLongEnough(false)).isFalse();
        after(Duration.ofNanos(1));
        assertThat(soleSession.isLongEnough(false)).isTrue();
    }

    @Test
    void another_session_begins_it_anew() {
        after(Duration.ofSeconds(60));
        assertThat(soleSession.isLongEnough(true)).isFalse();
        after(Duration.ofSeconds(4));
        assertThat(soleSession.isLongEnough(false)).isFalse();
        after(Duration.ofSeconds(1));
        assertThat(soleSession.isLongEnough(false)).isTrue();
    }

    private void after(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
