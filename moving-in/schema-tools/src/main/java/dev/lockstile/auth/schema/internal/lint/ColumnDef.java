package dev.lockstile.auth.schema.internal.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column as a statement defines it.
 *
 * @param type as written, in lower case
 * @param rest what follows the type
 */
record ColumnDef(String name, String type, String rest) {

    private static final String END =
            "not null|null|default|primary key|unique|references|check|generated|constraint|comment|collate|auto_increment"
                    + "|on update|first|after";
    private static final Pattern DEFINITION = Pattern.compile("^([\\w$]+) (.+?)(?: ((?:" + END + ")\\b.*))?$");
    private static final Pattern DEFAULT = Pattern.compile(
            "\\bdefault (.+?)(?= (?:not null|null|primary key|unique|references|check|constraint|comment|collate|on update)\\b|$)");
    private static final Pattern LENGTH = Pattern.compile("\\((\\d+)\\)");
    private static final Pattern NO_COLUMN =
            Pattern.compile("^(constraint|primary key|unique|foreign key|check|exclude|like|partition|period for)\\b.*"
                    + "|^(index|key|fulltext|spatial)( (index|key))?( [\\w$]+)?( using \\w+)? \\((?!\\d).*");

    /** The column of one clause, or null when the clause defines none. */
    static @Nullable ColumnDef parse(String clause) {
        Matcher definition = DEFINITION.matcher(clause.strip());
        if (NO_COLUMN.matcher(clause.strip()).matches() || !definition.matches()) {
            return null;
        }
        String rest = definition.group(3);
        return new ColumnDef(definition.group(1), definition.group(2).strip(), rest == null ? "" : rest);
    }

    /** The parts of a list, cut at the commas that are in no brackets. */
    static List<String> parts(String list) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(list.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(list.substring(start).strip());
        return parts;
    }

    boolean notNull() {
        return rest.contains("not null") || rest.contains("primary key");
    }

    boolean unique() {
        return rest.matches(".*\\bunique\\b.*");
    }

    @Nullable
    String defaultValue() {
        Matcher found = DEFAULT.matcher(rest);
        return found.find() && !found.group(1).equals("null") ? found.group(1).strip() : null;
    }

    boolean isVarchar() {
        return type.matches("(varchar|character varying|nvarchar|varchar2)\\b.*");
    }

    boolean isText() {
        return type.matches("(text|clob|longtext|mediumtext|character large object)\\b.*");
    }

    /** The length in brackets, or the largest number where there is none. */
    int length() {
        Matcher found = LENGTH.matcher(type);
        return found.find() ? Integer.parseInt(found.group(1)) : Integer.MAX_VALUE;
    }
}
