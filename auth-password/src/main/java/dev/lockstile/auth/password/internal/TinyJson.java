package dev.lockstile.auth.password.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the little JSON a Keycloak credential is: objects become maps, arrays lists, everything else text. It is no
 * general parser; whatever it does not understand is an IllegalArgumentException.
 */
final class TinyJson {

    private static final int DEEPEST = 5;

    private final String text;
    private int at;

    private TinyJson(String text) {
        this.text = text;
    }

    /** Reads one object that fills the whole text. */
    static Map<String, Object> object(String text) {
        TinyJson reader = new TinyJson(text);
        reader.blanks();
        Map<String, Object> object = reader.readObject(DEEPEST);
        reader.blanks();
        if (reader.at != text.length()) {
            throw new IllegalArgumentException("text behind the object");
        }
        return object;
    }

    private @Nullable Object value(int depth) {
        blanks();
        char next = peek();
        if (depth == 0) {
            throw new IllegalArgumentException("too deep");
        }
        return switch (next) {
            case '{' -> readObject(depth);
            case '[' -> readArray(depth);
            case '"' -> readString();
            default -> readWord();
        };
    }

    private Map<String, Object> readObject(int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        expect('{');
        blanks();
        while (peek() != '}') {
            blanks();
            String name = readString();
            blanks();
            expect(':');
            Object value = value(depth - 1);
            if (value != null) {
                object.put(name, value);
            }
            separator('}');
        }
        at++;
        return object;
    }

    private List<Object> readArray(int depth) {
        List<Object> array = new ArrayList<>();
        expect('[');
        blanks();
        while (peek() != ']') {
            Object value = value(depth - 1);
            if (value != null) {
                array.add(value);
            }
            separator(']');
        }
        at++;
        return array;
    }

    private void separator(char end) {
        blanks();
        if (peek() == ',') {
            at++;
            blanks();
            if (peek() == end) {
                throw new IllegalArgumentException("a comma too many");
            }
        } else if (peek() != end) {
            throw new IllegalArgumentException("no comma");
        }
    }

    private String readString() {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            string.append(c == '\\' ? escaped() : c);
        }
        at++;
        return string.toString();
    }

    private char escaped() {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'u' -> {
                if (at + 4 > text.length()) {
                    throw new IllegalArgumentException("the text ends early");
                }
                at += 4;
                yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            default -> throw new IllegalArgumentException("an escape that is not used here");
        };
    }

    private @Nullable String readWord() {
        int from = at;
        while (at < text.length() && (Character.isLetterOrDigit(peek()) || "+-.".indexOf(peek()) >= 0)) {
            at++;
        }
        if (from == at) {
            throw new IllegalArgumentException("not a value");
        }
        String word = text.substring(from, at);
        return word.equals("null") ? null : word;
    }

    private void expect(char c) {
        if (peek() != c) {
            throw new IllegalArgumentException("not what JSON has here");
        }
        at++;
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw new IllegalArgumentException("the text ends early");
        }
        return text.charAt(at);
    }
}
