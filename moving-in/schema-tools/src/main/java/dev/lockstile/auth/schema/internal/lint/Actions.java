package dev.lockstile.auth.schema.internal.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a statement does to a table: the columns it creates or adds, and the actions of an ALTER TABLE. */
final class Actions {

    private static final Pattern ALTER =
            Pattern.compile("^alter table (?:if exists )?(?:only )?[\\w$]+(?: \\*)? (.*)$");
    private static final Pattern CREATE = Pattern.compile(
            "^create (?:(?:global|local) )?(?:unlogged |temporary |temp )?table (?:if not exists )?[\\w$]+ \\((.*)\\)[^)]*$");
    private static final Pattern ADD = Pattern.compile("^add (?:column )?(?:if not exists )?(?!constraint\\b)(.*)$");

    private Actions() {}

    /** The actions of an ALTER TABLE; none for another statement. */
    static List<String> of(Statement statement) {
        Matcher alter = ALTER.matcher(statement.text());
        return alter.matches() ? ColumnDef.parts(alter.group(1)) : List.of();
    }

    /** The columns that an ALTER TABLE adds. */
    static List<ColumnDef> added(Statement statement) {
        List<ColumnDef> columns = new ArrayList<>();
        for (String action : of(statement)) {
            Matcher add = ADD.matcher(action);
            if (add.matches()) {
                String list = add.group(1);
                List<String> clauses =
                        list.startsWith("(") ? ColumnDef.parts(list.replaceFirst("^\\((.*)\\)$", "$1")) : List.of(list);
                clauses.forEach(clause -> collect(clause, columns));
            }
        }
        return columns;
    }

    /** The columns that a CREATE TABLE has. */
    static List<ColumnDef> created(Statement statement) {
        List<ColumnDef> columns = new ArrayList<>();
        parts(statement).forEach(part -> collect(part, columns));
        return columns;
    }

    /** What stands between the brackets of a CREATE TABLE: columns and constraints. */
    static List<String> parts(Statement statement) {
        Matcher create = CREATE.matcher(statement.text());
        return create.matches() ? ColumnDef.parts(create.group(1)) : List.of();
    }

    /** Both. */
    static List<ColumnDef> defined(Statement statement) {
        List<ColumnDef> columns = new ArrayList<>(created(statement));
        columns.addAll(added(statement));
        return columns;
    }

    private static void collect(String clause, List<ColumnDef> columns) {
        ColumnDef column = ColumnDef.parse(clause);
        if (column != null) {
            columns.add(column);
        }
    }
}
