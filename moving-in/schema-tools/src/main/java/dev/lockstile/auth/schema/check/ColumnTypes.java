package dev.lockstile.auth.schema.check;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the types of columns from the statements that make them, as this library writes them: a column in a line of its
 * own.
 */
final class ColumnTypes {

    private static final Pattern ADDED = Pattern.compile("(?i)^alter table .+? add column ");

    private static final Pattern LINE = Pattern.compile("(?is)^(\"(?:[^\"]|\"\")+\"|`(?:[^`]|``)+`|[a-z_][\\w$]*) "
            + "((?:'(?:[^']|'')*'|\\((?:'(?:[^']|'')*'|[^'()])*\\)|[^'(])+?)"
            + "(?: (?:character set|collate|generated|default|not null|null|auto_increment|comment|check|as|invisible"
            + "|on update|unique|primary key)\\b.*)?,?$");

    private static final Pattern SIZED = Pattern.compile("(.+)\\((\\d+)\\)");

    private ColumnTypes() {}

    /** The types by the names of the columns, in small letters but for literals. */
    static Map<String, String> of(String sql) {
        Map<String, String> types = new TreeMap<>();
        sql.lines().map(String::strip).forEach(line -> {
            Matcher column = LINE.matcher(ADDED.matcher(line).replaceFirst(""));
            if (column.matches()) {
                types.put(FoundColumns.lower(unquoted(column.group(1))), FoundColumns.lower(column.group(2)));
            }
        });
        return types;
    }

    private static String unquoted(String name) {
        String quote = name.substring(0, 1);
        return quote.equals("\"") || quote.equals("`")
                ? name.substring(1, name.length() - 1).replace(quote + quote, quote)
                : name;
    }

    /** Whether every value of the one fits into the other, which is a text of the same kind. */
    static boolean isWider(String now, String before) {
        Matcher to = SIZED.matcher(now);
        Matcher from = SIZED.matcher(before);
        boolean isText = before.matches("(?:character varying|varchar)\\b.*");
        if (!isText || !from.matches()) {
            return false;
        }
        return now.matches("text|longtext|mediumtext|character large object|character varying|varchar")
                || to.matches()
                        && to.group(1).equals(from.group(1))
                        && Integer.parseInt(to.group(2)) > Integer.parseInt(from.group(2));
    }

    /** Whether a statement of the host drops, renames or retypes a column of that name in some table. */
    static boolean isAlteredBy(String sql, String column) {
        String text = sql.toLowerCase(Locale.ROOT);
        String name = "[\"`]?" + Pattern.quote(column) + "\\b";
        return text.contains("alter table")
                && Pattern.compile("\\b(?:drop|rename|modify|change)(?: column)?(?: if exists)? " + name
                                + "|\\balter(?: column)? " + name + "[\"`]?\\s+(?:set data )?type\\b")
                        .matcher(text)
                        .find();
    }
}
