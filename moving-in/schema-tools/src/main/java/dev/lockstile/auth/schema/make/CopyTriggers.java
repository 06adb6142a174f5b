package dev.lockstile.auth.schema.make;

import dev.lockstile.auth.schema.database.Identifiers;
import dev.lockstile.auth.schema.internal.sql.Names;
import dev.lockstile.auth.schema.internal.step.Step;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Triggers that keep a column and its copy equal while one release writes the one and the next release the other. The
 * copy counts where a statement writes both.
 */
final class CopyTriggers {

    /** What the comments of their change sets say, with the old column. */
    static final Pattern WORDS = Pattern.compile("keep (\\S+) and \\S+ equal");

    private static final String POSTGRES = " dbms=\"postgresql\"";
    private static final String MARIADB = " dbms=\"mariadb,mysql\"";

    private final ChangeFile file;

    CopyTriggers(ChangeFile file) {
        this.file = file;
    }

    void create(Step.RenameColumn s) {
        String words =
                "keep " + s.table() + "." + s.column().name() + " and " + s.table() + "." + s.to().name() + " equal";
        String name = name(s.table(), s.column().name());
        String table = Identifiers.sql(s.table());
        String old = Identifiers.sql(s.column().name());
        String copy = Identifiers.sql(s.to().name());
        file.changeSet(
                POSTGRES,
                words,
                sql("create function " + name + "() returns trigger language plpgsql as $$ begin"
                                + " if tg_op = 'INSERT' and new." + copy + " is not null"
                                + " or tg_op = 'UPDATE' and new." + copy + " is distinct from old." + copy
                                + " then new."
                                + old + " := new." + copy + "; else new." + copy + " := new." + old
                                + "; end if; return new; end $$")
                        + "\n"
                        + sql("create trigger " + name + " before insert or update on " + table
                                + " for each row execute function " + name + "()"),
                sql("drop trigger if exists " + name + " on " + table) + "\n"
                        + sql("drop function if exists " + name + "()"));
        mariaDb(words, name + "_i", "insert", table, old, copy, "new." + copy + " is not null");
        mariaDb(words, name + "_u", "update", table, old, copy, "not (new." + copy + " <=> old." + copy + ")");
    }

    private void mariaDb(
            String words, String name, String event, String table, String old, String copy, String written) {
        String trigger = "create trigger " + name + " before " + event + " on " + table + " for each row begin if "
                + written + " then set new." + old + " = new." + copy + "; else set new." + copy + " = new." + old
                + "; end if; end";
        file.changeSet(
                MARIADB,
                words + ", by " + event,
                sql(trigger.replace('"', '`')),
                sql("drop trigger if exists " + name));
    }

    void drop(Step.DropColumn s, String agreed) {
        String words = "no longer copy " + s.table() + "." + s.column().name() + agreed
                + "; no-rollback: the column goes with the next change set";
        String name = name(s.table(), s.column().name());
        file.changeSet(
                POSTGRES + " labels=\"contract\"",
                words,
                sql("drop trigger if exists " + name + " on " + Identifiers.sql(s.table())) + "\n"
                        + sql("drop function if exists " + name + "()"),
                "");
        for (String event : List.of("_i", "_u")) {
            file.changeSet(MARIADB + " labels=\"contract\"", words, sql("drop trigger if exists " + name + event), "");
        }
    }

    private static String name(String table, String column) {
        return Names.of("tr", table, List.of(column, "moved"));
    }

    private static String sql(String statement) {
        return "<sql splitStatements=\"false\">" + Xml.text(statement) + "</sql>";
    }
}
