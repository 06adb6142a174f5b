package dev.lockstile.auth.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lists of the administration in few columns: what belongs together in one cell, and the state of a row in a word.
 */
record AdminBrief(AdminTable table) {

    private static final String USER = "user";
    private static final String STATE = "status";
    private static final String PROFILES = "profiles";
    private static final String SHARE = "peopleShare";
    private static final String SIGNED_IN = "signedInAt";
    /** A button, where the session can be ended. */
    private static final String END = "end";

    /** Is in words already. */
    private static final String CHIP = "chip";

    private static final String GOOD = "good";
    private static final String BAD = "bad";
    private static final String WARN = "warn";
    private static final String PLAIN = "";
    private static final String FAINT = "faint";

    private static final Map<String, List<String>> COLUMNS = Map.of(
            "sessions",
            List.of(USER, "deviceLabel", SIGNED_IN, "lastUsedAt", STATE, END),
            "codes",
            List.of(USER, "purpose", "toEmail", STATE, "attempts", "createdAt"),
            "email-log",
            List.of(USER, "templateName", "toEmail", STATE, "createdAt"),
            "sms-log",
            List.of(USER, "templateName", "phone", STATE, "createdAt"),
            PROFILES,
            List.of(USER, "name", "role", STATE, "createdAt"),
            "devices",
            List.of(USER, "name", "notificationToken", STATE, "linkedAt"),
            "legacy-links",
            List.of("legacyId", "localRef", "sourceSystem", "createdAt"),
            AdminShell.IMPORTS,
            List.of("sourceSystem", STATE, "rowsRead", "rowsQuarantined", "startedAt"));

    /** What is one cell: a value, another one beneath it, and how the first one looks where it is a state. */
    private record Cell(
            @Nullable Object value, String also, @Nullable String look) {}

    static boolean knows(String list) {
        return COLUMNS.containsKey(list);
    }

    Map<String, @Nullable Object> model() {
        List<String> columns = COLUMNS.getOrDefault(table.name(), List.of()).stream()
                .filter(column -> !column.equals(USER) || table.page().columns().contains(USER))
                .toList();
        List<List<Map<String, @Nullable Object>>> rows =
                table.page().rows().stream().map(row -> cells(row, columns)).toList();
        List<String> shown = columns.stream()
                .filter(column -> rows.isEmpty() || rows.stream().anyMatch(row -> isTold(row, columns.indexOf(column))))
                .toList();
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("columns", shown.stream().map(this::heading).toList());
        model.put(
                "rows",
                rows.stream()
                        .map(row -> shown.stream()
                                .map(column -> row.get(columns.indexOf(column)))
                                .toList())
                        .toList());
        return model;
    }

    private static boolean isTold(List<Map<String, @Nullable Object>> row, int cell) {
        return !"".equals(row.get(cell).get("text")) || !"".equals(row.get(cell).get("also"));
    }

    private List<Map<String, @Nullable Object>> cells(Map<String, @Nullable Object> row, List<String> columns) {
        List<Map<String, @Nullable Object>> cells = new ArrayList<>();
        for (String column : columns) {
            Cell cell = cell(column, row);
            String read = cell.look() == null ? column : CHIP;
            Map<String, @Nullable Object> shown =
                    table.cell(read, heading(column), cell.value(), column.equals("toEmail"));
            shown.put("column", column);
            shown.put("also", cell.also());
            shown.put("look", cell.look());
            shown.put("pair", column.equals(STATE) && table.name().equals(PROFILES));
            shown.put("share", column.equals("rowsRead") ? row.get(SHARE) : null);
            if (column.equals(END) && cell.value() != null) {
                shown.put("user", AdminTable.key(row.get(USER)));
                shown.put("session", row.get("session"));
            }
            if (column.equals(USER) && cell.value() == null) {
                shown.put("text", say("admin.noAccount"));
            }
            cells.add(shown);
        }
        return cells;
    }

    private String heading(String column) {
        return say("column." + column);
    }

    private Cell cell(String column, Map<String, @Nullable Object> row) {
        return switch (column) {
            case STATE -> state(row);
            case "deviceLabel" -> device(row);
            case "purpose" -> with(column, row, "channel");
            case "templateName" -> new Cell(row.get(column), provider(row), null);
            case SIGNED_IN -> new Cell(row.get("createdAt"), "", null);
            case END -> new Cell(isEndable(row) ? say("admin.endSession") : null, "", null);
            case "attempts" -> new Cell(attempts(row), "", null);
            case "name" -> table.name().equals("devices") ? with(column, row, "platform") : profile(row);
            case "localRef" -> with(column, row, "entity");
            case "sourceSystem" -> with(column, row, "preset", "runId");
            case "startedAt" -> new Cell(row.get(column), ends(row), null);
            case "rowsRead" -> new Cell(row.get(column), share(row), null);
            default -> plain(column, row);
        };
    }

    private static Cell plain(String column, Map<String, @Nullable Object> row) {
        return new Cell(row.get(column), "", null);
    }

    private Cell with(String column, Map<String, @Nullable Object> row, String... also) {
        return new Cell(row.get(column), told(row, also), null);
    }

    private String told(Map<String, @Nullable Object> row, String... columns) {
        return Stream.of(columns)
                .map(column -> table.text(column, row.get(column)))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** A session whose device is not known has the kind of its client. */
    private Cell device(Map<String, @Nullable Object> row) {
        String device = table.text("deviceLabel", row.get("deviceLabel"));
        return device.isEmpty()
                ? new Cell(table.text("client", row.get("client")), told(row, "remoteAddress"), null)
                : new Cell(row.get("deviceLabel"), told(row, "remoteAddress"), null);
    }

    private Cell profile(Map<String, @Nullable Object> row) {
        String name = Stream.of("firstName", "lastName1", "lastName2")
                .map(column -> table.text(column, row.get(column)))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        return name.isEmpty()
                ? new Cell(say("profile.unnamed"), told(row, "label"), FAINT)
                : new Cell(name, told(row, "label"), null);
    }

    private @Nullable String attempts(Map<String, @Nullable Object> row) {
        Object made = row.get("attempts");
        return made == null ? null : table.times().texts().say("admin.tries", made, row.get("maxAttempts"));
    }

    private String share(Map<String, @Nullable Object> row) {
        return row.get(SHARE) == null ? "" : say("admin.share", number(row, SHARE));
    }

    private String ends(Map<String, @Nullable Object> row) {
        Object end = row.get("endedAt") == null ? row.get("expectedEnd") : row.get("endedAt");
        if (end == null) {
            return "";
        }
        String text = table.text(row.get("endedAt") == null ? "expectedEnd" : "endedAt", end);
        return say(row.get("endedAt") == null ? "admin.endsAt" : "admin.endedAt", text);
    }

    private Cell state(Map<String, @Nullable Object> row) {
        return switch (table.name()) {
            case "sessions" -> session(row);
            case "codes" -> code(row);
            case PROFILES -> profileState(row);
            case "devices" -> row.get("deletedAt") == null ? chip("in_use", GOOD, "") : chip("removed", PLAIN, "");
            default -> ofWord(row);
        };
    }

    private Cell session(Map<String, @Nullable Object> row) {
        if (row.get("endedAt") != null) {
            return chip("ended", PLAIN, told(row, "endReason"));
        }
        return isActive(row) ? chip("active", GOOD, "") : chip("expired", PLAIN, "");
    }

    private boolean isActive(Map<String, @Nullable Object> row) {
        return row.get("endedAt") == null && !isPast(row, "idleUntil") && !isPast(row, "absoluteUntil");
    }

    private boolean isEndable(Map<String, @Nullable Object> row) {
        return Boolean.TRUE.equals(row.get(AdminTable.ENDABLE)) && row.get("session") != null && isActive(row);
    }

    private String provider(Map<String, @Nullable Object> row) {
        String provider = told(row, "provider");
        return provider.isEmpty() ? "" : say("admin.provider", provider);
    }

    private Cell code(Map<String, @Nullable Object> row) {
        if (row.get("usedAt") != null) {
            return chip("used", PLAIN, told(row, "usedAt"));
        }
        if (number(row, "maxAttempts") > 0 && number(row, "attempts") >= number(row, "maxAttempts")) {
            return chip("locked", BAD, "");
        }
        if (row.get("endedAt") != null) {
            return chip("replaced", PLAIN, told(row, "endedAt"));
        }
        if (isPast(row, "validUntil")) {
            return chip("expired", PLAIN, told(row, "validUntil"));
        }
        return row.get("validUntil") instanceof Instant end
                ? chip("open", GOOD, say("admin.expiresAt", table.times().until(end)))
                : new Cell(null, "", null);
    }

    private Cell profileState(Map<String, @Nullable Object> row) {
        if (row.get("deletedAt") != null) {
            return chip("removed", PLAIN, "");
        }
        String also = Boolean.TRUE.equals(row.get("isDefault")) ? say("profile.default") : "";
        if (Boolean.FALSE.equals(row.get("active"))) {
            return chip("switched_off", BAD, also);
        }
        return also.isEmpty() ? chip("available", PLAIN, "") : chip("in_use", GOOD, also);
    }

    private Cell ofWord(Map<String, @Nullable Object> row) {
        Object status = row.get(STATE);
        String word = status == null
                ? ""
                : (status instanceof Enum<?> one ? one.name() : status.toString()).toLowerCase(Locale.ROOT);
        String look = switch (word) {
            case "sent", "finished", "done" -> GOOD;
            case "failed" -> BAD;
            case "running" -> WARN;
            default -> PLAIN;
        };
        return new Cell(told(row, STATE), told(row, "errorMessage"), word.isEmpty() ? null : look);
    }

    private Cell chip(String state, String look, String also) {
        return new Cell(say("state." + state), also, look);
    }

    private boolean isPast(Map<String, @Nullable Object> row, String column) {
        return row.get(column) instanceof Instant end
                && !end.isAfter(table.times().clock().instant());
    }

    private static long number(Map<String, @Nullable Object> row, String column) {
        return row.get(column) instanceof Number number ? number.longValue() : 0;
    }

    private String say(String key, @Nullable Object... values) {
        return table.times().texts().say(key, values);
    }
}
