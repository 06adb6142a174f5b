package dev.lockstile.auth.cutover.writeback;

import dev.lockstile.test.Bounds;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class WriteBackSettingsTest {

    private static final WriteBackSettings SETTINGS = WriteBackSettings.STANDARD;

    @Test
    void attempts_and_the_lease_are_above_zero_and_a_pause_may_be_zero() {
        Function<Duration, Object> pause =
                first -> new WriteBackSettings(1, Duration.ofSeconds(1), first, Duration.ofHours(1), "auth_write_back");
        Bounds.hold(SETTINGS::withAttempts, 1, 0);
        Bounds.shortest(SETTINGS::withLease, Duration.ofNanos(1));
        Bounds.shortest(pause, Duration.ZERO);
    }

    @Test
    void tables_have_a_plain_name_of_at_most_61_characters() {
        Bounds.hold(SETTINGS::withTables, "legacy.write_back", "write back");
        Bounds.hold(SETTINGS::withTables, "w".repeat(61), "w".repeat(62));
    }
}
