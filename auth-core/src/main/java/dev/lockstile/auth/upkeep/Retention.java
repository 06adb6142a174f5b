package dev.lockstile.auth.upkeep;

import dev.lockstile.auth.store.UpkeepStore.RetentionCategory;
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
public record Retention(Map<RetentionCategory, Duration> ages) {

    /**
     * Copies the map and checks the ages.
     *
     * @param ages counted from the end: of a code's validity, of a session's absolute lifetime, from when a message was
     *     finished, a log entry made, the last message of a registration ran out
     * @throws IllegalArgumentException for a negative age, and where codes are kept for less time than registrations,
     *     since they tell who waits for a proof
     */
    public Retention {
        Map<RetentionCategory, Duration> sorted = new EnumMap<>(RetentionCategory.class);
        sorted.putAll(ages);
        ages = Collections.unmodifiableMap(sorted);
        if (ages.values().stream().anyMatch(Duration::isNegative)) {
            throw new IllegalArgumentException("an age cannot be negative");
        }
        Duration registrations = ages.get(RetentionCategory.REGISTRATIONS);
        Duration codes = ages.get(RetentionCategory.CODES);
        if (registrations != null && codes != null && codes.compareTo(registrations) < 0) {
            throw new IllegalArgumentException(
                    "codes must be kept as long as registrations: they tell who waits for a proof");
        }
    }

    /**
     * A week for codes, messages, what is left of second factors, and unproven registrations; 30 days for
     * API keys, and for sessions, since so long the places of a user's sign-ins are known ones to the throttles. Logs
     * and events stay.
     *
     * @return the usual ages
     */
    public static Retention standard() {
        Duration week = Duration.ofDays(7);
        return new Retention(Map.of(
                RetentionCategory.REGISTRATIONS, week,
                RetentionCategory.CODES, week,
                RetentionCategory.SESSIONS, Duration.ofDays(30),
                RetentionCategory.CHALLENGES, week,
                RetentionCategory.UNCONFIRMED_TOTP, week,
                RetentionCategory.RECOVERY_CODES, week,
                RetentionCategory.TRUSTED_BROWSERS, week,
                RetentionCategory.API_KEYS, Duration.ofDays(30),
                RetentionCategory.MESSAGES, week,
                RetentionCategory.COUNTERS, Duration.ZERO));
    }

    /**
     * {@return a copy with another age for one kind}
     *
     * @param what the kind
     * @param age zero removes what is dead at once
     * @throws IllegalArgumentException as the constructor does
     */
    public Retention with(RetentionCategory what, Duration age) {
        Map<RetentionCategory, Duration> next = new EnumMap<>(RetentionCategory.class);
        next.putAll(ages);
        next.put(what, age);
        return new Retention(next);
    }

    /**
     * {@return the same, but this kind stays for ever}
     *
     * @param what the kind
     */
    public Retention keeping(RetentionCategory what) {
        Map<RetentionCategory, Duration> next = new EnumMap<>(RetentionCategory.class);
        next.putAll(ages);
        next.remove(what);
        return new Retention(next);
    }

    /**
     * {@return how long this kind is kept; empty: for ever}
     *
     * @param what the kind
     */
    public Optional<Duration> age(RetentionCategory what) {
        return Optional.ofNullable(ages.get(what));
    }
}
