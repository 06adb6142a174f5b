package dev.lockstile.auth.internal.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class CodeCooldownTest {

    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

    private final CodeCooldown cooldown = new CodeCooldown(Duration.ofSeconds(60), Duration.ofMinutes(30));

    @Test
    void the_next_code_waits_for_the_shortest_time() {
        assertThat(cooldown.next(NOW)).isEqualTo(NOW.plusSeconds(60));
        assertThat(cooldown.past(NOW)).isEqualTo(NOW.minusSeconds(60));
    }
}
