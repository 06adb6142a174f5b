package dev.lockstile.auth.jpa.internal.audit;

import org.jspecify.annotations.Nullable;

/** Texts of JSON in ASCII, so that a line of an export is one line whatever reads it. */
final class JsonLine {

    private JsonLine() {}

    static String text(@Nullable String value) {
        if (value == null) {
            return "null";
        }
        StringBuilder json = new StringBuilder("\"");
        for (char character : value.toCharArray()) {
            if (character == '"' || character == '\\') {
                json.append('\\').append(character);
            } else if (character < ' ' || character > '~') {
                json.append(String.format("\\u%04x", (int) character));
            } else {
                json.append(character);
            }
        }
        return json.append('"').toString();
    }
}
