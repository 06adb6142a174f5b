package dev.lockstile.auth.imports.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Runs are named so that they sort by time and two imports of one moment are told apart. */
final class RunIdTest {

    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00.000001Z");

    @Test
    void a_name_says_when_and_what() {
        String one = RunId.of(NOW, "users.csv", "shop");
        assertThat(one).matches("20261201T100000\\.000001-[0-9a-f]{8}").isEqualTo(RunId.of(NOW, "users.csv", "shop"));
        assertThat(RunId.of(NOW, "users.csv", "club")).isNotEqualTo(one);
        assertThat(RunId.of(NOW, "others.csv", "shop")).isNotEqualTo(one);
        assertThat(RunId.of(NOW.plusNanos(1000), "users.csv", "shop")).isGreaterThan(one);
    }
}
