package dev.lockstile.auth.schema.internal.lint;

import dev.lockstile.auth.schema.internal.lint.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Cuts SQL into tokens, with the quotes and comments of each database: nested comments, dollar quotes and escape
 * strings of PostgreSQL, backslashes, backticks, {@code #} comments and executed comments of MariaDB and MySQL.
 */
final class SqlTokens {

    private final String sql;
    private final LintDatabase database;
    private final List<SqlToken> tokens = new ArrayList<>();
    private int at;
    private boolean spaced;

    private SqlTokens(String sql, LintDatabase database) {
        this.sql = sql;
        this.database = database;
    }

    static List<SqlToken> of(String sql, LintDatabase database) {
        SqlTokens tokens = new SqlTokens(sql, database);
        while (tokens.at < sql.length()) {
            tokens.next();
        }
        return tokens.tokens;
    }

    private void next() {
        char c = sql.charAt(at);
        if (Character.isWhitespace(c)) {
            skipTo(at + 1);
        } else if (isLineComment()) {
            skipTo(indexOf("\n", at));
        } else if (starts("/*")) {
            comment();
        } else if (c == '\'' || c == '"' && database.isMySql()) {
            string(c, database.isMySql());
        } else if (c == '"' || c == '`') {
            name(c);
        } else if (c == '$' && dollarTag() != null) {
            dollar(String.valueOf(dollarTag()));
        } else if (Character.isLetterOrDigit(c) || c == '_') {
            word();
        } else {
            add(Kind.SIGN, String.valueOf(c), at + 1);
        }
    }

    /** In MariaDB and MySQL two dashes begin a comment only before white space. */
    private boolean isLineComment() {
        if (database.isMySql()) {
            boolean dashes = starts("--") && (at + 2 == sql.length() || Character.isWhitespace(sql.charAt(at + 2)));
            return dashes || starts("#");
        }
        return starts("--");
    }

    /** PostgreSQL nests comments; MariaDB and MySQL execute those that begin with an exclamation mark. */
    private void comment() {
        if (database.isMySql() && (starts("/*!") || starts("/*M!"))) {
            int begin = indexOf("!", at) + 1;
            int end = indexOf("*/", begin);
            String inner = sql.substring(begin, end).replaceFirst("^\\d{5,6}", "");
            tokens.addAll(of(inner, database));
            skipTo(Math.min(sql.length(), end + 2));
            return;
        }
        int depth = 1;
        int i = at + 2;
        while (i < sql.length() && depth > 0) {
            if (sql.startsWith("*/", i)) {
                depth--;
                i += 2;
            } else if (sql.startsWith("/*", i) && database.isPostgres()) {
                depth++;
                i += 2;
            } else {
                i++;
            }
        }
        skipTo(i);
    }

    private void string(char quote, boolean backslashes) {
        int i = at + 1;
        StringBuilder content = new StringBuilder();
        while (i < sql.length()) {
            char c = sql.charAt(i);
            if (c == quote && i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
                content.append(quote);
                i += 2;
            } else if (c == '\\' && backslashes && i + 1 < sql.length()) {
                content.append(sql.charAt(i + 1));
                i += 2;
            } else if (c == quote) {
                break;
            } else {
                content.append(c);
                i++;
            }
        }
        add(Kind.STRING, "'" + content.toString().replace("'", "''") + "'", Math.min(sql.length(), i + 1));
    }

    private void name(char quote) {
        int i = at + 1;
        StringBuilder content = new StringBuilder();
        while (i < sql.length()) {
            char c = sql.charAt(i);
            if (c == quote && i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
                content.append(quote);
                i += 2;
            } else if (c == quote) {
                break;
            } else {
                content.append(c);
                i++;
            }
        }
        add(Kind.NAME, SqlName.of(content.toString(), database), Math.min(sql.length(), i + 1));
    }

    /** The opening tag of a dollar quote that begins here, or null; {@code $1} is a parameter. */
    private @Nullable String dollarTag() {
        if (database.isMySql()) {
            return null;
        }
        int end = sql.indexOf('$', at + 1);
        String tag = end < 0 ? "" : sql.substring(at, end + 1);
        return tag.matches("\\$([A-Za-z_]\\w*)?\\$") ? tag : null;
    }

    private void dollar(String tag) {
        int begin = at + tag.length();
        int end = indexOf(tag, begin);
        add(Kind.DOLLAR, sql.substring(begin, end), Math.min(sql.length(), end + tag.length()));
    }

    /** A word; or the letter before a string that belongs to it, such as the E of an escape string. */
    private void word() {
        int i = at;
        while (i < sql.length() && (Character.isLetterOrDigit(sql.charAt(i)) || "_$".indexOf(sql.charAt(i)) >= 0)) {
            i++;
        }
        String word = sql.substring(at, i).toLowerCase(Locale.ROOT);
        if (i < sql.length() && sql.charAt(i) == '\'' && word.matches("e|b|x|n|_utf8|_utf8mb4")) {
            boolean before = spaced;
            at = i;
            spaced = before;
            string('\'', word.equals("e") || database.isMySql());
        } else {
            add(Kind.WORD, word, i);
        }
    }

    private void add(Kind kind, String text, int end) {
        tokens.add(new SqlToken(kind, text, spaced));
        at = end;
        spaced = false;
    }

    private void skipTo(int end) {
        at = end;
        spaced = true;
    }

    private int indexOf(String what, int from) {
        int found = sql.indexOf(what, from);
        return found < 0 ? sql.length() : found;
    }

    private boolean starts(String what) {
        return sql.startsWith(what, at);
    }
}
