package dev.lockstile.auth.schema.internal.lint;

import dev.lockstile.auth.schema.lint.LintRule;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** S13, S14, S15, S20: what is renamed and taken away while another release still runs. */
final class RemovalRules implements LintRules {

    private static final String RENAME = "^rename table |^alter table \\S+ (rename (?!constraint|index|key)|change )"
            + "|^alter table .* (rename to|rename column) |^alter table .* set schema "
            + "|^alter (type|schema|view|materialized view|sequence|function|procedure|domain) "
            + ".*(rename to|rename value|rename attribute|rename column|set schema) ";
    private static final Pattern DROP_COLUMN = Pattern.compile(
            "^drop (?:column )?(?:if exists )?(?!constraint\\b|primary\\b|foreign\\b|index\\b|key\\b|not\\b)([\\w$]+)");
    private static final Pattern DROP_CONSTRAINT = Pattern.compile("^drop constraint (?:if exists )?([\\w$]+)");
    private static final Pattern RENAMED = Pattern.compile("^(?:rename (?:column )?|change (?:column )?)([\\w$]+)");
    private static final Pattern UNUSED = Pattern.compile("unused-since:\\s*\\S+");
    private static final Pattern SIGNED = Pattern.compile("signed-off-by:\\s*\\S+");

    @Override
    public void look(LintedChangeSet changeSet, LintRun run) {
        for (Statement statement : changeSet.all()) {
            DroppedObjects.look(statement, changeSet, run);
            if (statement.table() != null && run.known.isFresh(statement.table())) {
                continue;
            }
            if (statement.has(RENAME)) {
                run.report(LintRule.S13, changeSet, "a rename of what is in use");
            }
            dropped(statement, changeSet, run);
            removes(statement, changeSet, run);
            previous(statement, changeSet, run);
        }
    }

    private static void dropped(Statement statement, LintedChangeSet changeSet, LintRun run) {
        for (String column : gone(statement)) {
            String name = column.isEmpty() ? statement.table() : statement.table() + "." + column;
            if (!saysUnused(changeSet)) {
                run.report(LintRule.S14, changeSet, name + " is dropped, and nothing says since when it is unused");
            }
            MappedColumns model = run.settings.model();
            if (model != null && model.has(String.valueOf(statement.table()), column)) {
                run.report(LintRule.S14, changeSet, name + " is dropped while an entity is mapped to it");
            }
        }
    }

    private static void removes(Statement statement, LintedChangeSet changeSet, LintRun run) {
        boolean takes = !gone(statement).isEmpty()
                || statement.has("^(truncate|delete from|with .*\\bdelete from) ")
                        && !RowsByKey.named(statement, run.known)
                || losesKey(statement, run);
        if (takes && !agreed(changeSet)) {
            run.report(LintRule.S20, changeSet, "takes away columns, rows or a rule of " + statement.told());
        }
    }

    static boolean agreed(LintedChangeSet changeSet) {
        return changeSet.labels().contains("contract")
                && SIGNED.matcher(changeSet.comment()).find();
    }

    static boolean saysUnused(LintedChangeSet changeSet) {
        return UNUSED.matcher(changeSet.comment()).find();
    }

    private static boolean losesKey(Statement statement, LintRun run) {
        for (String action : Actions.of(statement)) {
            Matcher drop = DROP_CONSTRAINT.matcher(action);
            boolean key = drop.find() && run.known.objects().isPrimaryKey(statement.table(), drop.group(1));
            if (key || action.matches("drop primary key\\b.*")) {
                return true;
            }
        }
        return statement.has("__liquibase_drop_pk");
    }

    private static void previous(Statement statement, LintedChangeSet changeSet, LintRun run) {
        MappedColumns previous = run.settings.previousModel();
        String table = statement.table();
        if (previous == null || table == null || !previous.has(table, "")) {
            return;
        }
        List<String> lost = new ArrayList<>(gone(statement));
        for (String action : Actions.of(statement)) {
            Matcher renamed = RENAMED.matcher(action);
            if (renamed.find()) {
                lost.add(renamed.group(1));
            }
        }
        lost.stream()
                .filter(column -> previous.has(table, column))
                .forEach(column -> run.report(
                        LintRule.S15, changeSet, "the release before maps " + table + "." + column + ", which goes"));
        Actions.added(statement).stream()
                .filter(column -> column.notNull() && column.defaultValue() == null)
                .forEach(column -> run.report(
                        LintRule.S15,
                        changeSet,
                        "the release before cannot insert without " + table + "." + column.name()));
    }

    /** The columns that a statement drops; an empty name stands for the table. */
    private static List<String> gone(Statement statement) {
        List<String> gone = new ArrayList<>();
        if (statement.has("^drop table ")) {
            gone.add("");
        }
        for (String action : Actions.of(statement)) {
            Matcher drop = DROP_COLUMN.matcher(action);
            if (drop.find()) {
                gone.add(drop.group(1));
            }
        }
        return gone;
    }
}
