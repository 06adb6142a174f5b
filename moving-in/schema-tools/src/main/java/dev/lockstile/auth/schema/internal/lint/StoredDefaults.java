package dev.lockstile.auth.schema.internal.lint;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whether PostgreSQL can store a default once for all old rows, or has to write each of them. */
final class StoredDefaults {

    private static final Pattern CALL = Pattern.compile("([\\w$]+) \\(");

    /** Functions of the same result for all rows of a statement, and types with a length. */
    private static final Set<String> STEADY = Set.of(
            "now",
            "transaction_timestamp",
            "statement_timestamp",
            "current_timestamp",
            "localtimestamp",
            "current_date",
            "current_time",
            "localtime",
            "current_setting",
            "date_trunc",
            "lower",
            "upper",
            "md5",
            "coalesce",
            "nullif",
            "greatest",
            "least",
            "concat",
            "length",
            "to_timestamp",
            "to_date",
            "make_date",
            "make_interval",
            "jsonb_build_object",
            "jsonb_build_array",
            "to_jsonb",
            "timezone",
            "decode",
            "encode",
            "cast",
            "date_part",
            "row",
            "array_fill",
            "varchar",
            "varying",
            "char",
            "character",
            "numeric",
            "decimal",
            "timestamp",
            "timestamptz",
            "time",
            "interval",
            "bit",
            "float");

    private StoredDefaults() {}

    static boolean differsByRow(String value) {
        Matcher call = CALL.matcher(value);
        while (call.find()) {
            if (!STEADY.contains(call.group(1))) {
                return true;
            }
        }
        return false;
    }
}
