package dev.lockstile.auth.upkeep;

import dev.lockstile.auth.store.UpkeepStore.RetentionCategory;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Retention periods of expired rows. Categories without a period are kept forever.
 *
 * @param ages the periods, counted from the expiry of a code, the absolute end of a session, the completion of a
 *     message, the creation of a log entry, and the expiry of the last message of a registration
 */
public record Retention(Map<RetentionCategory, Duration> ages) {

    /**
     * Copies the map and checks the ages.
     *
     * @param ages the periods, counted from the expiry of a code, the absolute end of a session, the completion of
     *     a message, the creation of a log entry, and the expiry of the last message of a registration
     * @throws IllegalArgumentException for a negative period, and where codes are kept for a shorter time than
     *     registrations, since codes show which registrations are not verified
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
     * Returns the default periods: 7 days for codes, messages, rows of removed second factors and unverified
     * registrations; 30 days for API keys and sessions, since rate limits use the networks of sessions for that time.
     * Logs and events are kept forever.
     *
     * @return the default periods
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
     * {@return a copy with another period for one category}
     *
     * @param what the category
     * @param age the period; zero to remove expired rows at once
     * @throws IllegalArgumentException as the constructor does
     */
    public Retention with(RetentionCategory what, Duration age) {
        Map<RetentionCategory, Duration> next = new EnumMap<>(RetentionCategory.class);
        next.putAll(ages);
        next.put(what, age);
        return new Retention(next);
    }

    /**
     * {@return a copy that keeps this category forever}
     *
     * @param what the category
     */
    public Retention keeping(RetentionCategory what) {
        Map<RetentionCategory, Duration> next = new EnumMap<>(RetentionCategory.class);
        next.putAll(ages);
        next.remove(what);
        return new Retention(next);
    }

    /**
     * {@return the period of this category; empty for one that is kept forever}
     *
     * @param what the category
     */
    public Optional<Duration> age(RetentionCategory what) {
        return Optional.ofNullable(ages.get(what));
    }
}
