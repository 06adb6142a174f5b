package dev.lockstile.auth.jpa.internal.host;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keys from text. Each key has one spelling only, so that no two texts stand for the same user, and a text that no key
 * has (too long, with control characters) never reaches the database.
 */
public final class KeyText {

    private static final int MAX_TEXT = 64;

    private static final Map<Class<?>, Function<String, Object>> READERS = Map.of(
            Long.class, Long::valueOf,
            Integer.class, Integer::valueOf,
            UUID.class, UUID::fromString,
            String.class, text -> text);

    private KeyText() {}

    /** The types a key may have. */
    public static Set<Class<?>> types() {
        return READERS.keySet();
    }

    /** The key that a text stands for; empty when it cannot be one. */
    public static Optional<Object> read(@Nullable String text, Class<?> type) {
        if (text == null
                || text.isEmpty()
                || text.length() > MAX_TEXT
                || text.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        Function<String, Object> reader = READERS.get(type);
        if (reader == null) {
            throw new IllegalArgumentException("no keys of type " + type.getName());
        }
        try {
            Object key = reader.apply(text);
            return key.toString().equals(text) ? Optional.of(key) : Optional.empty();
        } catch (IllegalArgumentException notOfThatType) {
            return Optional.empty();
        }
    }
}
