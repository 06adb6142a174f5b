package dev.lockstile.auth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SettableClockTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final SettableClock clock = SettableClock.at("2026-03-01T12:00:00Z");

    @Test
    void it_stands_still_until_it_is_moved() {
        assertThat(clock.instant()).isEqualTo(NOON).isEqualTo(clock.instant());
        assertThat(clock.advance(Duration.ofMinutes(5))).isEqualTo(NOON.plusSeconds(300));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(300));
        clock.advance(Duration.ofMinutes(-10));
        assertThat(clock.instant()).isEqualTo(NOON.minusSeconds(300));
        clock.set(NOON);
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void a_copy_in_another_zone_shows_the_same_time() {
        Clock there = clock.withZone(ZoneId.of("America/Mexico_City"));
        clock.advance(Duration.ofDays(1));
        assertThat(there.instant()).isEqualTo(clock.instant());
        assertThat(there.getZone()).isEqualTo(ZoneId.of("America/Mexico_City"));
    }

    @Test
    void no_step_is_lost_when_many_threads_move_it() {
        IntStream.range(0, 1000).parallel().forEach(i -> clock.advance(Duration.ofSeconds(1)));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(1000));
    }
}
