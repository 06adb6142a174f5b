package dev.lockstile.auth.upkeep;

import dev.lockstile.auth.store.Leftover;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How long what is dead is kept. What is not named here is kept for ever.
 *
 * @param ages counted from the end: of a code's validity, of a session's absolute lifetime, from when a message was
 *     finished, a log entry made, the last message of a registration ran out
 */
public record Retention(Map<Leftover, Duration> ages) {

    public Retention {
        Map<Leftover, Duration> sorted = new EnumMap<>(Leftover.class);
        sorted.putAll(ages);
        ages = Collections.unmodifiableMap(sorted);
        if (ages.values().stream().anyMatch(Duration::isNegative)) {
            throw new IllegalArgumentException("an age cannot be negative");
        }
        Duration registrations = ages.get(Leftover.REGISTRATIONS);
        Duration codes = ages.get(Leftover.CODES);
        if (registrations != null && codes != null && codes.compareTo(registrations) < 0) {
            throw new IllegalArgumentException(
                    "codes must be kept as long as registrations: they tell who waits for a proof");
        }
    }

    /**
     * A week for codes, messages and registrations that nobody proved; 30 days for sessions, since so long the places of
     * a user's sign-ins are known ones to the throttles. Logs and events stay.
     */
    public static Retention standard() {
        Duration week = Duration.ofDays(7);
        return new Retention(Map.of(
                Leftover.REGISTRATIONS, week,
                Leftover.CODES, week,
                Leftover.SESSIONS, Duration.ofDays(30),
                Leftover.MESSAGES, week,
                Leftover.COUNTERS, Duration.ZERO));
    }

    /** The same with another age for one kind. */
    public Retention with(Leftover what, Duration age) {
        Map<Leftover, Duration> next = new EnumMap<>(Leftover.class);
        next.putAll(ages);
        next.put(what, age);
        return new Retention(next);
    }

    /** The same, but this kind stays for ever. */
    public Retention keeping(Leftover what) {
        Map<Leftover, Duration> next = new EnumMap<>(Leftover.class);
        next.putAll(ages);
        next.remove(what);
        return new Retention(next);
    }

    /** How long this kind is kept; empty: for ever. */
    public Optional<Duration> age(Leftover what) {
        return Optional.ofNullable(ages.get(what));
    }
}
