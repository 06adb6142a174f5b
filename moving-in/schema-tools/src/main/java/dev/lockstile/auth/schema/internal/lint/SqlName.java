package dev.lockstile.auth.schema.internal.lint;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a quoted name as one word that no rule takes for a keyword, and back for messages. A name that needs no quotes
 * stays as it is, so that {@code "member"} and {@code member} are the same table.
 */
final class SqlName {

    private static final String MARK = "q__";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][\\w$]*");
    private static final Pattern MARKED = Pattern.compile("\\b" + MARK + "([\\w$]+)");
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9a-f]{4})_");

    /** The words that the rules look for. */
    private static final Set<String> KEYWORDS = Set.of(
            "add",
            "after",
            "algorithm",
            "all",
            "alter",
            "attach",
            "auto_increment",
            "between",
            "by",
            "cascade",
            "change",
            "check",
            "cluster",
            "collate",
            "column",
            "comment",
            "concurrently",
            "constraint",
            "convert",
            "create",
            "default",
            "delete",
            "detach",
            "domain",
            "drop",
            "engine",
            "exclude",
            "exists",
            "first",
            "foreign",
            "from",
            "full",
            "generated",
            "if",
            "index",
            "insert",
            "into",
            "key",
            "like",
            "limit",
            "lock",
            "logged",
            "materialized",
            "merge",
            "modify",
            "not",
            "null",
            "of",
            "on",
            "only",
            "partition",
            "period",
            "primary",
            "references",
            "refresh",
            "reindex",
            "rename",
            "replace",
            "schema",
            "select",
            "serial",
            "set",
            "table",
            "tablespace",
            "to",
            "truncate",
            "type",
            "unique",
            "unlogged",
            "update",
            "using",
            "vacuum",
            "valid",
            "validate",
            "value",
            "values",
            "view",
            "with");

    private SqlName() {}

    /** The word for a name that stood in quotes. */
    static String of(String quoted, LintDatabase database) {
        String name = database.isPostgres() ? quoted : quoted.toLowerCase(Locale.ROOT);
        if (PLAIN.matcher(name).matches() && !KEYWORDS.contains(name.toLowerCase(Locale.ROOT))) {
            return name;
        }
        StringBuilder word = new StringBuilder(MARK);
        name.chars().forEach(c -> {
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || c == '_');
            word.append(plain ? String.valueOf((char) c) : String.format(Locale.ROOT, "_x%04x_", c));
        });
        return word.toString();
    }

    /** A message with its names as they were. */
    static String shown(String message) {
        return MARKED.matcher(message)
                .replaceAll(name -> Matcher.quoteReplacement(ESCAPED.matcher(name.group(1))
                        .replaceAll(c ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(c.group(1), 16))))));
    }
}
