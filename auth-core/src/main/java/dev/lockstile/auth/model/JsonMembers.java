package dev.lockstile.auth.model;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Splits a JSON object into its members without interpreting their values, so that a changed object keeps unknown
 * values unchanged. It accepts the objects of RFC 8259 whose values are nested up to 64 levels deep. The package
 * depends on no JSON library.
 */
final class JsonMembers {

    private static final int MAX_DEPTH = 64;
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,40}");

    private final String text;
    private int at;

    private JsonMembers(String text) {
        this.text = text;
    }

    /** Returns the members in their order, each name with its raw value; null when the text is no JSON object. */
    static @Nullable Map<String, String> read(String text) {
        try {
            return new JsonMembers(text).object();
        } catch (MalformedJson e) {
            return null;
        }
    }

    static String quote(String value) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }

    /** Returns the text that a raw value represents; null when it is no JSON string. */
    static @Nullable String unquote(String raw) {
        if (raw.isEmpty() || raw.charAt(0) != '"') {
            return null;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 1; i < raw.length() - 1; i++) {
            char c = raw.charAt(i);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            char escaped = raw.charAt(++i);
            if (escaped == 'u') {
                out.append((char) Integer.parseInt(raw.substring(i + 1, i + 5), 16));
                i += 4;
            } else {
                int known = "bfnrt".indexOf(escaped);
                out.append(known < 0 ? escaped : "\b\f\n\r\t".charAt(known));
            }
        }
        return out.toString();
    }

    /**
     * Returns a {@code String}, a {@code Boolean} or a whole number of 64 bits as {@code Long}; null for other values.
     */
    static @Nullable Object scalar(String raw) {
        if (raw.equals("true") || raw.equals("false")) {
            return Boolean.valueOf(raw);
        }
        if (!WHOLE_NUMBER.matcher(raw).matches()) {
            return unquote(raw);
        }
        BigInteger number = new BigInteger(raw);
        return number.bitLength() < Long.SIZE ? number.longValue() : null;
    }

    private Map<String, String> object() {
        Map<String, String> members = new LinkedHashMap<>();
        expect('{');
        if (!take('}')) {
            do {
                skipSpace();
                String name = unquote(stringToken());
                expect(':');
                skipSpace();
                int start = at;
                value(0);
                members.put(String.valueOf(name), text.substring(start, at));
            } while (take(','));
            expect('}');
        }
        skipSpace();
        check(at == text.length());
        return members;
    }

    private void value(int depth) {
        check(depth < MAX_DEPTH);
        skipSpace();
        char c = peek();
        if (c == '"') {
            stringToken();
        } else if (c == '{' || c == '[') {
            container(c == '{' ? '}' : ']', depth);
        } else {
            scalar();
        }
    }

    private void container(char close, int depth) {
        at++;
        if (take(close)) {
            return;
        }
        do {
            if (close == '}') {
                skipSpace();
                stringToken();
                expect(':');
            }
            value(depth + 1);
        } while (take(','));
        expect(close);
    }

    private void scalar() {
        int start = at;
        while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String token = text.substring(start, at);
        check(token.matches("true|false|null|-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?"));
    }

    private String stringToken() {
        int start = at;
        check(peek() == '"');
        at++;
        while (peek() != '"') {
            check(peek() >= ' ');
            if (peek() == '\\') {
                escape();
            } else {
                at++;
            }
        }
        at++;
        return text.substring(start, at);
    }

    private void escape() {
        at++;
        char c = peek();
        check("\"\\/bfnrtu".indexOf(c) >= 0);
        at++;
        if (c == 'u') {
            check(at + 4 <= text.length() && text.substring(at, at + 4).matches("[0-9a-fA-F]{4}"));
            at += 4;
        }
    }

    private boolean take(char wanted) {
        skipSpace();
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char wanted) {
        check(take(wanted));
    }

    private char peek() {
        check(at < text.length());
        return text.charAt(at);
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private static void check(boolean ok) {
        if (!ok) {
            throw new MalformedJson();
        }
    }

    private static final class MalformedJson extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MalformedJson() {
            super("no JSON object", null, false, false);
        }
    }
}
