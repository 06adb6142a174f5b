package dev.lockstile.auth.jpa.internal.sql;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.JDBCException;
import org.jspecify.annotations.Nullable;

/**
 * The unique key that a statement ran into, as the failure tells it.
 *
 * @param table of the statement, as {@link #plain} writes it; null when the failure does not tell
 * @param name of the index or constraint, likewise
 * @param columns where the database names them; MariaDB and MySQL do not
 */
public record ViolatedKey(@Nullable String table, @Nullable String name, Set<String> columns) {

    /** What H2 calls a key of one number, which has no index of its own. */
    public static final String PRIMARY_KEY = "primary key";

    /** Names that a key of any table may have: MariaDB and MySQL give the second one to every primary key. */
    private static final Set<String> SHARED_NAMES = Set.of(PRIMARY_KEY, "primary");

    private static final Pattern TABLE = Pattern.compile(
            "\\b(?:insert\\s+(?:ignore\\s+)?into|update|delete\\s+from|merge\\s+into)\\s+"
                    + "((?:\"[^\"]+\"|`[^`]+`|[^\\s(.\"`]+)(?:\\.(?:\"[^\"]+\"|`[^`]+`|[^\\s(.\"`]+))*)",
            Pattern.CASE_INSENSITIVE);

    /** H2 writes {@code "SCHEMA.NAME ON SCHEMA.TABLE(...)"}, in every language. */
    private static final Pattern H2 = Pattern.compile("\"([^\\n]+?) ON ");

    /** PostgreSQL quotes the name first, in the marks of the server's language. */
    private static final Pattern POSTGRES = Pattern.compile(
            "[\"«»„“]\\s*([^\"«»„“”\\s\\u00a0]+)[\\s\\u00a0]*[\"«»“”]", Pattern.UNICODE_CHARACTER_CLASS);

    /** MySQL and MariaDB quote the row's value first and the name last. */
    private static final Pattern LAST = Pattern.compile("'([^'\\s]+)'");

    /**
     * What stands in the brackets of PostgreSQL's {@code Key (a, b)=(1, 2)}, and of H2's
     * {@code ON T(A, B NULLS FIRST)}.
     */
    private static final Pattern COLUMNS = Pattern.compile("\\(([\\w, \"]+)\\)(?==\\(| VALUES | \\()");

    public static ViolatedKey of(Throwable failure) {
        String sql = null;
        SQLException last = null;
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof JDBCException jdbc && sql == null) {
                sql = jdbc.getSQL();
            }
            last = at instanceof SQLException found ? found : last;
        }
        return last == null
                ? new ViolatedKey(table(sql), null, Set.of())
                : new ViolatedKey(table(sql), name(last), columns(last));
    }

    private static Set<String> columns(SQLException failure) {
        Matcher found = COLUMNS.matcher(String.valueOf(failure.getMessage()));
        return failure.getErrorCode() == 1062 || !found.find()
                ? Set.of()
                : Stream.of(found.group(1).split(","))
                        .map(column -> plain(column.strip().replaceFirst("(?: ASC| DESC)?(?: NULLS \\w+)?$", "")))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * False where the name alone does not tell the table, and no statement does: a generator of keys runs statements
     * on a table of its own, which Hibernate leaves out of the failure.
     */
    public boolean isNamed() {
        return name != null && (table != null || !SHARED_NAMES.contains(name));
    }

    /** True for the table that the statement named, and for any when it is not known. */
    public boolean mayBeOf(String written) {
        return table == null || table.equals(plain(written));
    }

    private static @Nullable String table(@Nullable String sql) {
        Matcher found = TABLE.matcher(sql == null ? "" : sql);
        return found.find() ? plain(found.group(1)) : null;
    }

    private static @Nullable String name(SQLException failure) {
        String text = String.valueOf(failure.getMessage());
        if (failure.getErrorCode() == 1062) {
            Matcher quoted = LAST.matcher(text);
            String name = null;
            while (quoted.find()) {
                name = quoted.group(1);
            }
            return name == null ? null : bare(name);
        }
        Matcher found = (failure.getErrorCode() == 23505 ? H2 : POSTGRES).matcher(text);
        return found.find() ? bare(found.group(1)) : null;
    }

    /** A name as it is compared: without quotes and the case of its letters, which the databases fold differently. */
    public static String plain(String written) {
        return written.replace("\"", "").replace("`", "").toLowerCase(Locale.ROOT);
    }

    private static String bare(String written) {
        String plain = plain(written);
        return plain.endsWith(PRIMARY_KEY) ? PRIMARY_KEY : plain.substring(plain.lastIndexOf('.') + 1);
    }
}
