package dev.lockstile.auth.schema.takeover;

import dev.lockstile.auth.schema.internal.shape.ColumnShape;
import dev.lockstile.auth.schema.internal.shape.SqlType;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The defaults of old columns, as the databases' catalogues write them, in words for all databases. */
final class CatalogueDefaults {

    private static final Pattern CAST = Pattern.compile("(?s)(.*)::[\\w. \"]+(?:\\(\\d+(?:,\\d+)?\\))?(?:\\[\\])?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern TEXT = Pattern.compile("(?s)(?:json |timestamp |date )?'((?:[^']|'')*)'");
    private static final Pattern TIME = Pattern.compile("(?i).*\\b(current_timestamp|current_date|localtimestamp"
            + "|transaction_timestamp|statement_timestamp|clock_timestamp|now|'now')\\b.*");
    private static final Set<String> UUIDS =
            Set.of("gen_random_uuid()", "uuid_generate_v4()", "random_uuid()", "uuid()");
    private static final Pattern OFFSET = Pattern.compile("(?:Z|[+-]\\d\\d(?::?\\d\\d)?)'$");
    private static final Pattern ISO =
            Pattern.compile("'(?:\\d{4}-\\d\\d-\\d\\d)?[ T]?(?:(?:[01]\\d|2[0-3]):[0-5]\\d.*)?'");
    private static final SqlType UUID = new SqlType("random_uuid()", "gen_random_uuid()", "uuid()");
    private static final String[] TRUTH = {"false", "true"};

    private CatalogueDefaults() {}

    /** The default of a column in every database's words, or null when it has none. */
    static @Nullable SqlType of(ColumnShape column) {
        String written = column.defaultValue();
        if (written == null || column.identity()) {
            return null;
        }
        if (column.isGenerated()) {
            return SqlType.same(written);
        }
        String plain = plain(written.strip());
        String lower = plain.toLowerCase(Locale.ROOT);
        if (lower.equals("null")) {
            return null;
        }
        if (UUIDS.contains(lower)) {
            return UUID;
        }
        String type = CatalogueTypes.neutral(column).type().postgresql();
        if (plain.startsWith("'0000-00-00")) {
            return new SqlType("CURRENT_TIMESTAMP", "CURRENT_TIMESTAMP", plain);
        }
        String constant = constant(plain, type);
        return constant == null ? special(written, column, type) : literal(constant, type);
    }

    /** H2 takes a text for JSON only by its keyword, and MariaDB no offset behind a time. */
    private static SqlType literal(String constant, String type) {
        if (type.startsWith("json")) {
            return new SqlType("JSON " + constant, constant, constant);
        }
        if (type.startsWith("timestamp") || type.startsWith("date") || type.startsWith("time")) {
            return time(constant, type);
        }
        boolean isNumber = type.matches("(?:numeric|decimal|double|real|float|smallint|integer|bigint).*");
        return isNumber && constant.startsWith("'")
                ? new SqlType("0", constant, "0") // not a number, or without end
                : SqlType.same(constant);
    }

    /** PostgreSQL has times without end, and one more hour. */
    private static SqlType time(String constant, String type) {
        if (ISO.matcher(constant).matches()) {
            return new SqlType(constant, constant, OFFSET.matcher(constant).replaceFirst("'"));
        }
        String now = type.startsWith("date")
                ? "CURRENT_DATE"
                : type.startsWith("timestamp") ? "CURRENT_TIMESTAMP" : "CURRENT_TIME";
        return new SqlType(now, constant, now);
    }

    private static @Nullable String constant(String plain, String type) {
        Matcher text = TEXT.matcher(plain);
        boolean isText = text.matches();
        String value = isText ? text.group(1) : plain;
        if (type.equals("boolean")) {
            String word = value.toLowerCase(Locale.ROOT).replaceAll("^b'([01])'$", "$1");
            return switch (word) {
                case "true", "t", "1" -> TRUTH[1];
                case "false", "f", "0" -> TRUTH[0];
                default -> null;
            };
        }
        if (NUMBER.matcher(value).matches() && !isCharacters(type)) {
            return value;
        }
        return isText || NUMBER.matcher(plain).matches() ? "'" + value + "'" : null;
    }

    private static boolean isCharacters(String type) {
        return type.startsWith("varchar") || type.startsWith("char") || type.equals("text") || type.startsWith("json");
    }

    /**
     * The time of the statement is the same everywhere; a function is the database's own, elsewhere a stand-in serves.
     */
    private static @Nullable SqlType special(String written, ColumnShape column, String type) {
        if (TIME.matcher(written).matches()) {
            return SqlType.same(type.equals("date") ? "CURRENT_DATE" : "CURRENT_TIMESTAMP");
        }
        if (type.equals("uuid")) {
            return new SqlType(UUID.h2(), written, UUID.mariadb());
        }
        String zero = CatalogueTypes.zero(column);
        String standIn = zero == null ? "null" : zero;
        return new SqlType(standIn, written, standIn);
    }

    /** Without the types that PostgreSQL writes behind values, and the parentheses around them. */
    private static String plain(String written) {
        String text = written;
        for (boolean more = true; more; ) {
            Matcher cast = CAST.matcher(text);
            if (cast.matches() && !cast.group(1).isEmpty()) {
                text = cast.group(1).strip();
            } else if (text.startsWith("(") && text.endsWith(")")) {
                text = text.substring(1, text.length() - 1).strip();
            } else {
                more = false;
            }
        }
        return text;
    }
}
