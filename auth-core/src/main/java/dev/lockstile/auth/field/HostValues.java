package dev.lockstile.auth.field;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values of the host's own fields, by the name of the field. A field that is not included is unchanged; null clears it.
 *
 * @param byName each a {@code String}, {@code Long}, {@code Boolean}, {@code LocalDate} or null
 */
public record HostValues(Map<String, @Nullable Object> byName) {

    /** No values. */
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
     * @param value null to clear the field
     */
    public static HostValues of(String name, @Nullable Object value) {
        return NONE.with(name, value);
    }

    /**
     * {@return these values and one more}
     *
     * @param name the name of the field, in lower snake case
     * @param value replaces a value of that name; null to clear the field
     */
    public HostValues with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(byName);
        more.put(name, value);
        return new HostValues(more);
    }

    /**
     * {@return the value of that field; null when it is cleared or not included}
     *
     * @param name the name of the field, in lower snake case
     */
    public @Nullable Object value(String name) {
        return byName.get(name);
    }

    /** {@return true when there are no values} */
    public boolean isEmpty() {
        return byName.isEmpty();
    }

    /** {@return the names only, since the values are personal data} */
    @Override
    public String toString() {
        return "HostValues" + byName.keySet();
    }
}
