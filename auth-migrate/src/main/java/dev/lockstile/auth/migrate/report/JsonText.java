package dev.lockstile.auth.migrate.report;

import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** Writes maps, lists, numbers, booleans and texts as JSON (RFC 8259); everything else goes in as its text. */
public final class JsonText {

    private JsonText() {}

    /** The text. */
    public static String of(Object value) {
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
        boolean bare = value instanceof Number || value instanceof Boolean;
        return bare ? value.toString() : quote(value.toString());
    }

    private static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(c -> append(out, (char) c));
        return out.append('"').toString();
    }

    private static void append(StringBuilder out, char c) {
        if (c == '"' || c == '\\') {
            out.append('\\').append(c);
        } else if (c < ' ' || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        } else {
            out.append(c);
        }
    }
}
