package dev.lockstile.auth.imports.profile;

import dev.lockstile.auth.imports.internal.mapping.CellMeaning;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Counts the cells of one field, without storing any. */
final class FieldCount {

    private static final Set<String> MARKERS = Set.of("-", "unknown");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

    private final Map<String, Long> types = new TreeMap<>();
    private final Map<String, Long> markers = new TreeMap<>();
    private int longest;

    void add(@Nullable Object cell) {
        types.merge(type(cell), 1L, Long::sum);
        if (cell instanceof String text) {
            longest = Math.max(longest, text.length());
            if (CellMeaning.isNothing(text) || MARKERS.contains(text.strip().toLowerCase(Locale.ROOT))) {
                markers.merge(text.isBlank() ? "(blank)" : text.strip(), 1L, Long::sum);
            }
        }
    }

    SourceProfile.Field profile() {
        return new SourceProfile.Field(types, markers, longest);
    }

    private static String type(@Nullable Object cell) {
        if (cell == null) {
            return "none";
        }
        if (cell instanceof String text) {
            return textType(text);
        }
        if (cell instanceof Boolean) {
            return "boolean";
        }
        if (cell instanceof Number number) {
            return number.doubleValue() == Math.rint(number.doubleValue()) ? "integer" : "decimal";
        }
        if (cell instanceof Temporal) {
            return "time";
        }
        if (cell instanceof UUID) {
            return "uuid";
        }
        return cell instanceof List ? "list" : cell instanceof Map ? "object" : "other";
    }

    private static String textType(String text) {
        if (DIGITS.matcher(text).matches()) {
            return "text_digits";
        }
        return EMAIL.matcher(text).matches() ? "text_email" : "text";
    }
}
