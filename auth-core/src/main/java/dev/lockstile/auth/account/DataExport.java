package dev.lockstile.auth.account;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stored data of one account, for its owner; without password hashes, secrets of factors and keys, and digests.
 *
 * @param at when it was read
 * @param parts by name, such as {@code account}, {@code profiles}, {@code sessions}; values are {@code String},
 *     numbers, {@code Boolean}, {@code Instant}, and lists and maps of these
 */
public record DataExport(Instant at, Map<String, Object> parts) {

    /**
     * Copies the map, but not its values.
     *
     * @param at when it was read
     * @param parts by name
     */
    public DataExport {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /** {@return all parts as an indented JSON object, with the time of the export as {@code exported}} */
    public String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("exported", at);
        all.putAll(parts);
        StringBuilder out = new StringBuilder();
        write(out, all, "\n");
        return out.append('\n').toString();
    }

    private static void write(StringBuilder out, @Nullable Object value, String line) {
        if (value instanceof Map<?, ?> map) {
            Iterator<? extends Map.Entry<?, ?>> members = map.entrySet().iterator();
            out.append('{');
            while (members.hasNext()) {
                Map.Entry<?, ?> member = members.next();
                out.append(line).append("  ");
                quote(out, String.valueOf(member.getKey()));
                out.append(": ");
                write(out, member.getValue(), line + "  ");
                out.append(members.hasNext() ? "," : line);
            }
            out.append('}');
        } else if (value instanceof Collection<?> list) {
            Iterator<?> items = list.iterator();
            out.append('[');
            while (items.hasNext()) {
                out.append(line).append("  ");
                write(out, items.next(), line + "  ");
                out.append(items.hasNext() ? "," : line);
            }
            out.append(']');
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else {
            quote(out, value.toString());
        }
    }

    private static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    /** {@return the names of the parts only, since the values are personal data} */
    @Override
    public String toString() {
        return "DataExport[" + parts.keySet() + "]";
    }
}
