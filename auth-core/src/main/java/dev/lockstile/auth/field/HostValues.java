package dev.lockstile.auth.field;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values of the host's own fields by the name of the field. A field that is not in here stays as it is; null empties it.
 *
 * @param byName each a {@code String}, {@code Long}, {@code Boolean}, {@code LocalDate} or null
 */
public record HostValues(Map<String, @Nullable Object> byName) {

    /** No value: changes nothing. */
    public static final HostValues NONE = new HostValues(Map.of());

    public HostValues {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /** One value. */
    public static HostValues of(String name, @Nullable Object value) {
        return NONE.with(name, value);
    }

    /** These values and one more. */
    public HostValues with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(byName);
        more.put(name, value);
        return new HostValues(more);
    }

    /** The value of that field; null when it is empty or not in here. */
    public @Nullable Object value(String name) {
        return byName.get(name);
    }

    /** True when there is nothing in here. */
    public boolean isEmpty() {
        return byName.isEmpty();
    }

    /** The names alone: the values are people's. */
    @Override
    public String toString() {
        return "HostValues" + byName.keySet();
    }
}
