package dev.lockstile.auth.field;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values of the host's own fields by the name of the field. A field that is not in here stays as it is; null empties
 * it.
 *
 * @param byName each a {@code String}, {@code Long}, {@code Boolean}, {@code LocalDate} or null
 */
public record HostValues(Map<String, @Nullable Object> byName) {

    /** No value: changes nothing. */
    public static final HostValues NONE = new HostValues(Map.of());

    /**
     * Copies the map, in its order.
     *
     * @param byName each a {@code String}, {@code Long}, {@code Boolean}, {@code LocalDate} or null
     */
    public HostValues {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /**
     * {@return one value}
     *
     * @param name the name of the field, in lower snake case
     * @param value null empties the field
     */
    public static HostValues of(String name, @Nullable Object value) {
        return NONE.with(name, value);
    }

    /**
     * {@return these values and one more}
     *
     * @param name the name of the field, in lower snake case
     * @param value takes the place of one of that name; null empties the field
     */
    public HostValues with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(byName);
        more.put(name, value);
        return new HostValues(more);
    }

    /**
     * {@return the value of that field; null when it is empty or not in here}
     *
     * @param name the name of the field, in lower snake case
     */
    public @Nullable Object value(String name) {
        return byName.get(name);
    }

    /** {@return true when there is nothing in here} */
    public boolean isEmpty() {
        return byName.isEmpty();
    }

    /** The names alone: the values are people's. */
    @Override
    public String toString() {
        return "HostValues" + byName.keySet();
    }
}
