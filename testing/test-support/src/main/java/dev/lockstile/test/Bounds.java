package dev.lockstile.test;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.function.Function;

/** Bounds of settings: the last value inside is accepted, the first outside is refused. */
public final class Bounds {

    private Bounds() {}

    /** The value inside is accepted, and the one outside is refused as an argument. */
    public static <T> void hold(Function<T, ?> settings, T inside, T outside) {
        assertDoesNotThrow(() -> settings.apply(inside), () -> inside + " is inside");
        assertThrows(IllegalArgumentException.class, () -> settings.apply(outside), () -> outside + " is outside");
    }

    /** The time is the shortest that is accepted. */
    public static void shortest(Function<Duration, ?> settings, Duration shortest) {
        hold(settings, shortest, shortest.minusNanos(1));
    }

    /** The time is the longest that is accepted. */
    public static void longest(Function<Duration, ?> settings, Duration longest) {
        hold(settings, longest, longest.plusNanos(1));
    }
}
