package dev.lockstile.auth.cutover.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The claims of an old token, each of one type or none. */
record LegacyClaims(Map<String, @Nullable Object> all) {

    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final long LATEST = 253_402_300_799L;
    private static final int LONGEST = 240;

    /** True when it has not run out, and is not from the future but for clocks that differ. */
    boolean isLive(Instant now) {
        Instant until = instant("exp").orElse(null);
        return until != null && now.isBefore(until) && begun("iat", now) && begun("nbf", now);
    }

    private boolean begun(String name, Instant now) {
        return !all.containsKey(name)
                || instant(name).filter(at -> !at.isAfter(now.plus(SKEW))).isPresent();
    }

    /** A time in whole or broken seconds since 1970. */
    Optional<Instant> instant(String name) {
        if (!(all.get(name) instanceof Number number)) {
            return Optional.empty();
        }
        double seconds = number.doubleValue();
        return seconds >= 0 && seconds <= LATEST
                ? Optional.of(Instant.ofEpochSecond((long) seconds))
                : Optional.empty();
    }

    /** A text of 1 to 240 characters. */
    Optional<String> text(String name) {
        return all.get(name) instanceof String text && !text.isEmpty() && text.length() <= LONGEST
                ? Optional.of(text)
                : Optional.empty();
    }

    /** A key: a text, or a whole number. */
    Optional<String> key(String name) {
        Object value = all.get(name);
        return value instanceof Integer || value instanceof Long ? Optional.of(value.toString()) : text(name);
    }

    /** True when the token is made for that audience, perhaps among others (RFC 7519 4.1.3). */
    boolean isFor(String audience) {
        Object value = all.get("aud");
        return audience.equals(value) || value instanceof Collection<?> several && several.contains(audience);
    }

    /** A whole number, which is a key. */
    Optional<String> number(String name) {
        return all.get(name) instanceof String ? Optional.empty() : key(name);
    }

    Set<String> names() {
        return all.keySet();
    }

    boolean has(String name) {
        return all.containsKey(name);
    }
}
