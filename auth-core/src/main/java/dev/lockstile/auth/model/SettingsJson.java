package dev.lockstile.auth.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a user or profile: a JSON object whose top-level members can be read and set. A change keeps all other
 * members unchanged, those that the library does not know among them. Immutable.
 */
public final class SettingsJson {

    /** The length of a settings column, in characters. */
    public static final int COLUMN_LENGTH = 65_535;

    /** No settings. */
    public static final SettingsJson EMPTY = new SettingsJson(Map.of());

    private final Map<String, String> members;

    private SettingsJson(Map<String, String> members) {
        this.members = members;
    }

    /**
     * {@return the settings in a column; {@link #EMPTY} for null and for a text that is no JSON object, as a legacy row
     * may have}
     *
     * @param text the text of the column; null for none
     */
    public static SettingsJson of(@Nullable String text) {
        if (text == null) {
            return EMPTY;
        }
        Map<String, String> members = JsonMembers.read(text);
        return members == null ? EMPTY : new SettingsJson(members);
    }

    /**
     * {@return true when {@link #of} can read the text as a JSON object}
     *
     * @param text any text
     */
    public static boolean isObject(String text) {
        return JsonMembers.read(text) != null;
    }

    /**
     * {@return the value of a text member; null when there is none of that name, or its value is not a text}
     *
     * @param name of a top-level member
     */
    public @Nullable String string(String name) {
        String raw = members.get(name);
        return raw == null ? null : JsonMembers.unquote(raw);
    }

    /**
     * {@return the value of a member as a {@code String}, {@code Long} or {@code Boolean}; null when there is none of
     * that name, or its value is of another type}
     *
     * @param name of a top-level member
     */
    public @Nullable Object value(String name) {
        String raw = members.get(name);
        return raw == null ? null : JsonMembers.scalar(raw);
    }

    /**
     * {@return a copy with one member set or removed}
     *
     * @param name of a top-level member
     * @param value stored as a number for a {@code Long}, as a truth value for a {@code Boolean}, and as text for other
     *     types; null removes the member
     */
    public SettingsJson withValue(String name, @Nullable Object value) {
        if (value instanceof Long || value instanceof Boolean) {
            Map<String, String> changed = new LinkedHashMap<>(members);
            changed.put(name, value.toString());
            return new SettingsJson(changed);
        }
        return with(name, value == null ? null : value.toString());
    }

    /**
     * {@return a copy with one text member set or removed}
     *
     * @param name of a top-level member
     * @param value null removes the member
     */
    public SettingsJson with(String name, @Nullable String value) {
        Map<String, String> changed = new LinkedHashMap<>(members);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, JsonMembers.quote(value));
        }
        return new SettingsJson(changed);
    }

    /** {@return a copy with the members sorted by name, so that equal settings have equal texts} */
    public SettingsJson sorted() {
        return new SettingsJson(new TreeMap<>(members));
    }

    /** {@return the JSON text} */
    public String text() {
        StringBuilder out = new StringBuilder("{");
        members.forEach((name, raw) -> out.append(out.length() > 1 ? ", " : "")
                .append(JsonMembers.quote(name))
                .append(": ")
                .append(raw));
        return out.append('}').toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SettingsJson settings && members.equals(settings.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    @Override
    public String toString() {
        return "SettingsJson" + members.keySet();
    }
}
