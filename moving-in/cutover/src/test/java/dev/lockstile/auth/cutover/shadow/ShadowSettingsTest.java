package dev.lockstile.auth.cutover.shadow;

import dev.lockstile.test.Bounds;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ShadowSettingsTest {

    private static final ShadowSettings SETTINGS = ShadowSettings.STANDARD;

    @Test
    void shares_are_between_none_and_all() {
        Bounds.hold(SETTINGS::withRate, 0.0, -0.001);
        Bounds.hold(SETTINGS::withRate, 1.0, 1.001);
        Bounds.hold(SETTINGS::withRate, 0.5, Double.NaN);
        Bounds.hold(SETTINGS::withLoad, 0.001, 0.0);
        Bounds.hold(SETTINGS::withLoad, 1.0, 1.001);
    }

    @Test
    void between_1_and_10000_sign_ins_wait() {
        Bounds.hold(SETTINGS::withQueueSize, 1, 0);
        Bounds.hold(SETTINGS::withQueueSize, 10_000, 10_001);
    }

    @Test
    void times_are_above_zero() {
        Bounds.shortest(SETTINGS::withPatience, Duration.ofNanos(1));
        Bounds.shortest(SETTINGS::withLogEvery, Duration.ofNanos(1));
    }
}
