package dev.lockstile.auth.schema.make;

import dev.lockstile.auth.schema.internal.shape.SqlType;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a default is, and how a change file says it. */
final class Defaults {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern QUOTED = Pattern.compile("(?s)'(.*)'");
    private static final Pattern NOW =
            Pattern.compile("(?i)(current_timestamp|localtimestamp|current_date|now)(\\(\\d?\\))?");

    private static final Pattern CHARACTERS =
            Pattern.compile("^(varchar|character varying|char|character|text|clob|date|time|boolean|json)");

    private Defaults() {}

    /** True when it is neither a constant nor the time of the statement: every row would have to be written anew. */
    static boolean isVolatile(String sql) {
        return sql.contains("(")
                && !NOW.matcher(sql).matches()
                && !QUOTED.matcher(sql).matches();
    }

    /** The attribute of a column element of that type; a literal in quotes is no text where the column holds none. */
    static String attribute(String sql, SqlType type) {
        boolean literal = QUOTED.matcher(sql).matches()
                && !CHARACTERS.matcher(type.postgresql()).find();
        return literal ? " defaultValueComputed=\"" + Xml.attribute(sql) + "\"" : attribute(sql);
    }

    /** The attribute of a column element. */
    static String attribute(String sql) {
        String lower = sql.toLowerCase(Locale.ROOT);
        if (NUMBER.matcher(sql).matches()) {
            return " defaultValueNumeric=\"" + sql + "\"";
        }
        if (lower.equals("true") || lower.equals("false")) {
            return " defaultValueBoolean=\"" + lower + "\"";
        }
        if (QUOTED.matcher(sql).matches()) {
            return " defaultValue=\"" + Xml.attribute(unquoted(sql)) + "\"";
        }
        return NOW.matcher(sql).matches() || sql.contains("(") || sql.startsWith("${")
                ? " defaultValueComputed=\"" + Xml.attribute(sql) + "\""
                : " defaultValue=\"" + Xml.attribute(sql) + "\"";
    }

    /** As SQL: a word without quotes that is neither a number nor a function is a text. */
    static String sql(String written) {
        String lower = written.toLowerCase(Locale.ROOT);
        boolean ready = NUMBER.matcher(written).matches()
                || QUOTED.matcher(written).matches()
                || NOW.matcher(written).matches()
                || lower.equals("true")
                || lower.equals("false")
                || written.contains("(");
        return ready ? written : "'" + written.replace("'", "''") + "'";
    }

    private static String unquoted(String sql) {
        return sql.substring(1, sql.length() - 1).replace("''", "'");
    }
}
