package dev.lockstile.auth.imports.report;

import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Writes maps, lists, numbers, booleans, texts and null as JSON (RFC 8259); other values, including numbers that JSON
 * does not support, are written as their text. All control characters are escaped, including those beyond ASCII and
 * those for the direction of text, so that a text cannot control a terminal.
 */
public final class JsonText {

    private JsonText() {}

    /**
     * {@return the value as JSON}
     *
     * @param value a map, list, text, number, truth value, time, or null
     */
    public static String of(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Map<?, ?> map) {
            StringJoiner members = new StringJoiner(", ", "{", "}");
            map.forEach((name, member) -> members.add(quote(String.valueOf(name)) + ": " + of(member)));
            return members.toString();
        }
        if (value instanceof Iterable<?> list) {
            StringJoiner elements = new StringJoiner(", ", "[", "]");
            list.forEach(element -> elements.add(of(element)));
            return elements.toString();
        }
        boolean bare = (value instanceof Number && isFinite(value)) || value instanceof Boolean;
        return bare ? value.toString() : quote(value.toString());
    }

    private static boolean isFinite(Object number) {
        boolean endless = (number instanceof Double d && !Double.isFinite(d))
                || (number instanceof Float f && !Float.isFinite(f));
        return !endless;
    }

    private static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(c -> append(out, (char) c));
        return out.append('"').toString();
    }

    private static void append(StringBuilder out, char c) {
        if (c == '"' || c == '\\') {
            out.append('\\').append(c);
        } else if (isHidden(c) || Character.isSurrogate(c)) {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        } else {
            out.append(c);
        }
    }

    private static boolean isHidden(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
