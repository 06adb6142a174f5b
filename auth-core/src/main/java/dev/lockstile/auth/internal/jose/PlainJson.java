package dev.lockstile.auth.internal.jose;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON that access tokens are made of: objects, lists, texts of ASCII without escapes, whole numbers, true and
 * false, without spaces. It reads nothing else: null, fractions, names that come twice and faulty JSON are for a parser
 * that knows all of it.
 */
final class PlainJson {

    private static final int DEEPEST = 8;
    private static final int MOST_DIGITS = 18;
    private static final int MOST_CLAIMS = 24;

    private final byte[] json;
    private final List<String> names;
    private int at;

    private PlainJson(byte[] json, List<String> names) {
        this.json = json;
        this.names = names;
    }

    /**
     * The members of an object; null for any other text, which may be JSON all the same.
     *
     * @param names of members that are likely: they are not made anew
     */
    static @Nullable Map<String, Object> read(byte[] json, List<String> names) {
        PlainJson reader = new PlainJson(json, names);
        Map<String, Object> members = reader.take('{') ? reader.object(new LinkedHashMap<>(2 * MOST_CLAIMS), 0) : null;
        return reader.at == json.length ? members : null;
    }

    private @Nullable Object value(int depth) {
        if (at == json.length || depth > DEEPEST) {
            return null;
        }
        return switch (json[at]) {
            case '"' -> text();
            case '{' -> {
                at++;
                yield object(new LinkedHashMap<>(), depth);
            }
            case '[' -> {
                at++;
                yield list(depth);
            }
            case 't' -> word("true") ? Boolean.TRUE : null;
            case 'f' -> word("false") ? Boolean.FALSE : null;
            default -> number();
        };
    }

    private @Nullable Map<String, Object> object(Map<String, Object> members, int depth) {
        if (take('}')) {
            return members;
        }
        do {
            String name = name();
            Object value = name != null && take(':') ? value(depth + 1) : null;
            if (name == null || value == null || members.put(name, value) != null) {
                return null;
            }
        } while (take(','));
        return take('}') ? members : null;
    }

    private @Nullable List<Object> list(int depth) {
        List<Object> values = new ArrayList<>(2);
        if (take(']')) {
            return values;
        }
        do {
            Object value = value(depth + 1);
            if (value == null) {
                return null;
            }
            values.add(value);
        } while (take(','));
        return take(']') ? values : null;
    }

    private @Nullable String name() {
        int from = at + 1;
        int length = textLength();
        if (length < 0) {
            return null;
        }
        for (String name : names) {
            if (name.length() == length && isAt(name, from)) {
                return name;
            }
        }
        return ascii(from, length);
    }

    private @Nullable String text() {
        int from = at + 1;
        int length = textLength();
        return length < 0 ? null : ascii(from, length);
    }

    /** How long the text is that begins here, and steps over it; negative where none is, or one that is not plain. */
    private int textLength() {
        if (!take('"')) {
            return -1;
        }
        int from = at;
        while (at < json.length && json[at] >= ' ' && json[at] != '"' && json[at] != '\\') {
            at++;
        }
        int length = at - from;
        return take('"') ? length : -1;
    }

    private @Nullable Long number() {
        int from = at;
        long number = 0;
        while (at < json.length && json[at] >= '0' && json[at] <= '9' && at - from < MOST_DIGITS) {
            number = 10 * number + json[at++] - '0';
        }
        boolean none = at == from || (json[from] == '0' && at - from > 1);
        return none ? null : (Long) number;
    }

    private boolean word(String word) {
        boolean there = at + word.length() <= json.length && isAt(word, at);
        at += there ? word.length() : 0;
        return there;
    }

    /** The text ends within what was read already. */
    private boolean isAt(String text, int from) {
        for (int i = 0; i < text.length(); i++) {
            if (json[from + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean take(char letter) {
        boolean there = at < json.length && json[at] == letter;
        at += there ? 1 : 0;
        return there;
    }

    private String ascii(int from, int length) {
        return new String(json, from, length, StandardCharsets.ISO_8859_1);
    }
}
