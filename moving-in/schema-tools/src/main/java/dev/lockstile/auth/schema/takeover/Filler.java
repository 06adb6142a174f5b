package dev.lockstile.auth.schema.takeover;

import dev.lockstile.auth.schema.internal.shape.ColumnShape;
import dev.lockstile.auth.schema.internal.shape.SqlType;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the host says that a column gets in rows that are added here: {@code uuid}, {@code now}, a constant, or SQL. */
final class Filler {

    /** The host's entity sets the column by itself. */
    static final String MAPPED = "mapped";

    private static final Pattern CONSTANT = Pattern.compile("(?i)-?\\d+(\\.\\d+)?|true|false|'.*'");
    private static final Pattern SIZED = Pattern.compile("(?:var)?char\\((\\d+)\\)");

    /** A shorter text of random digits would repeat itself. */
    private static final int SHORTEST = 16;

    private static final int UUID_LENGTH = 36;

    private Filler() {}

    /**
     * The default in every database's words, or null when a column of that type cannot hold it. SQL of the host's is
     * for the kind of database that it was found on, as Liquibase names it.
     */
    static @Nullable SqlType value(String said, ColumnShape column, String dbms) {
        String type = CatalogueTypes.neutral(column).type().postgresql();
        return switch (said.toLowerCase(Locale.ROOT)) {
            case "uuid" -> uuid(type);
            case "now" -> SqlType.same(type.equals("date") ? "CURRENT_DATE" : "CURRENT_TIMESTAMP");
            default ->
                CONSTANT.matcher(said).matches()
                        ? SqlType.same(said)
                        : said.contains("(")
                                ? own(said, column, dbms)
                                : SqlType.same("'" + said.replace("'", "''") + "'");
        };
    }

    /** The other kinds may not know the function. */
    private static SqlType own(String said, ColumnShape column, String dbms) {
        String zero = CatalogueTypes.zero(column);
        String standIn = zero == null ? "null" : zero;
        return switch (dbms) {
            case "h2" -> new SqlType(said, standIn, standIn);
            case "postgresql" -> new SqlType(standIn, said, standIn);
            default -> new SqlType(standIn, standIn, said);
        };
    }

    /** Whether each row gets another value. */
    static boolean varies(@Nullable String said) {
        return said != null && (said.equals("uuid") || said.equals(MAPPED) || said.contains("("));
    }

    private static @Nullable SqlType uuid(String type) {
        if (type.equals("uuid")) {
            return new SqlType("random_uuid()", "gen_random_uuid()", "uuid()");
        }
        Matcher sized = SIZED.matcher(type);
        int length = sized.matches() ? Integer.parseInt(sized.group(1)) : UUID_LENGTH;
        if (!type.equals("text") && !type.startsWith("varchar") && !sized.matches() || length < SHORTEST) {
            return null;
        }
        return length >= UUID_LENGTH
                ? new SqlType("cast(random_uuid() as varchar)", "(gen_random_uuid()::text)", "(uuid())")
                : new SqlType(
                        "substring(replace(cast(random_uuid() as varchar), '-', ''), 1, " + length + ")",
                        "substr(md5(gen_random_uuid()::text), 1, " + length + ")",
                        "(substr(md5(concat(uuid(), rand())), 1, " + length + "))");
    }
}
