package dev.lockstile.auth.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A settings object as it lies in its column: a JSON object of which only the top level is looked at. Values that the
 * library does not know are kept to the letter, so that a host or a former system loses nothing when one key changes.
 */
public final class SettingsJson {

    /** The width of a settings column. */
    public static final int COLUMN_LENGTH = 65_535;

    /** No settings. */
    public static final SettingsJson EMPTY = new SettingsJson(Map.of());

    private final Map<String, String> members;

    private SettingsJson(Map<String, String> members) {
        this.members = members;
    }

    /**
     * {@return the settings in a column; {@link #EMPTY} for null and for what is no JSON object (a legacy row may hold
     * anything)}
     *
     * @param text as the column holds it; null for none
     */
    public static SettingsJson of(@Nullable String text) {
        if (text == null) {
            return EMPTY;
        }
        Map<String, String> members = JsonMembers.read(text);
        return members == null ? EMPTY : new SettingsJson(members);
    }

    /**
     * {@return true when the text is a JSON object that {@link #of} reads in full}
     *
     * @param text any text
     */
    public static boolean isObject(String text) {
        return JsonMembers.read(text) != null;
    }

    /**
     * {@return the text member of that name; null when there is none or it is no text}
     *
     * @param name of a member of the top level
     */
    public @Nullable String string(String name) {
        String raw = members.get(name);
        return raw == null ? null : JsonMembers.unquote(raw);
    }

    /**
     * {@return the member of that name as a {@code String}, {@code Long} or {@code Boolean}; null when there is none,
     * or it is something else}
     *
     * @param name of a member of the top level
     */
    public @Nullable Object value(String name) {
        String raw = members.get(name);
        return raw == null ? null : JsonMembers.scalar(raw);
    }

    /**
     * {@return the same settings with one member set, or taken out when the value is null}
     *
     * @param name of a member of the top level
     * @param value a {@code Long} and a {@code Boolean} are stored as such, anything else as its text; null takes the
     *     member out
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
     * {@return the same settings with one text member set, or taken out when the value is null}
     *
     * @param name of a member of the top level
     * @param value null takes the member out
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

    /** {@return the same settings in the order of their names, so that equal settings have equal texts} */
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
