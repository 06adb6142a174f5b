package dev.lockstile.auth.imports;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rows of two databases in one spelling, for comparing them. */
final class Facts {

    private static final List<String> USER = List.of(
            "is_active",
            "is_staff",
            "is_superuser",
            "deleted_at",
            "created_at",
            "modified_at",
            "joined_at",
            "last_login_at",
            "terms_accepted_at");

    private Facts() {}

    static String ofUser(Map<String, String> row) {
        Map<String, String> facts = new TreeMap<>();
        USER.forEach(column -> facts.put(column, spelled(column, row.get(column))));
        return facts.toString();
    }

    static List<String> sorted(List<Map<String, String>> rows) {
        return rows.stream().map(Facts::ofRow).sorted().toList();
    }

    private static String ofRow(Map<String, String> row) {
        Map<String, String> facts = new TreeMap<>();
        row.forEach((column, value) -> facts.put(column, spelled(column, value)));
        return facts.toString();
    }

    private static String spelled(String column, String value) {
        if (value == null) {
            return "null";
        }
        if (column.endsWith("_at")) {
            return instant(value).toString();
        }
        return switch (value) {
            case "t", "TRUE", "true" -> "true";
            case "f", "FALSE", "false" -> "false";
            default -> value;
        };
    }

    private static Instant instant(String text) {
        String iso = text.replace(' ', 'T');
        return OffsetDateTime.parse(iso.matches(".*[+-]\\d\\d$") ? iso + ":00" : iso)
                .toInstant();
    }
}
