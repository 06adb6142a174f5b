package dev.lockstile.auth.imports.generated;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;

/** Spells truth values and times as exports and databases do. */
record Spelling(Random random) {

    private static final List<String> NO = List.of("0", "false", "f", "False", "FALSE");
    private static final List<String> NO_MARK = List.of(
            "0",
            "false",
            "f",
            "no",
            "n",
            "off",
            "",
            "NULL",
            "\\N",
            "null",
            "None",
            "NaN",
            "nil",
            "0.0",
            "0000-00-00",
            "0000-00-00 00:00:00");
    private static final List<String> NO_TIME = List.of(
            "",
            "NULL",
            "\\N",
            "null",
            "None",
            "NaN",
            "nil",
            "NaT",
            "0000-00-00",
            "0000-00-00 00:00:00",
            "0000-00-00 00:00:00.000000",
            "0001-01-01 00:00:00");
    private static final List<String> YES = List.of("1", "true", "t", "True", "TRUE", "1.0");
    private static final List<String> UNKNOWN = List.of("perhaps", "2", "x", "-", "pending", "?");

    String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** A column of truth values as databases write them. */
    String bool(boolean value) {
        return one(value ? YES : NO);
    }

    /** A mark, which may hold anything that says no. */
    String mark(boolean value) {
        return value ? one(YES) : one(NO_MARK);
    }

    /** A column of times that is empty where nothing happened. */
    String timed(boolean happened) {
        return happened ? time(Instant.parse("2024-01-05T10:00:00Z")) : one(NO_TIME);
    }

    String unknown() {
        return one(UNKNOWN);
    }

    /** A time as exports write it. */
    String time(Instant at) {
        String plain = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
                .withZone(ZoneOffset.UTC)
                .format(at);
        return switch (random.nextInt(7)) {
            case 0 -> at.toString();
            case 1 -> plain + " UTC";
            case 2 -> plain + "+0000";
            case 3 -> plain + ".123456";
            case 4 -> Long.toString(at.getEpochSecond());
            case 5 -> Long.toString(at.toEpochMilli());
            default -> plain;
        };
    }
}
