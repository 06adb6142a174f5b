package dev.lockstile.auth.migrate.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class FuseTest {

    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");

    private final Fuse fuse = new Fuse();

    @Test
    void five_failures_in_a_row_bring_a_rest_and_then_one_may_try() {
        for (int i = 0; i < 5; i++) {
            assertThat(fuse.admits(NOW)).isTrue();
            fuse.failed(NOW);
        }
        assertThat(fuse.admits(NOW.plusSeconds(9))).isFalse();
        assertThat(fuse.admits(NOW.plusSeconds(10))).isTrue();
        assertThat(fuse.admits(NOW.plusSeconds(10))).as("one, not all").isFalse();
        fuse.answered();
        assertThat(fuse.admits(NOW.plusSeconds(10))).isTrue();
    }

    @Test
    void an_answer_in_between_begins_the_count_anew() {
        for (int i = 0; i < 20; i++) {
            fuse.failed(NOW);
            if (i % 4 == 3) {
                fuse.answered();
            }
        }
        assertThat(fuse.admits(NOW)).isTrue();
    }
}
