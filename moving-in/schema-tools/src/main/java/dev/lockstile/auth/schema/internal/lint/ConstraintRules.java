package dev.lockstile.auth.schema.internal.lint;

import dev.lockstile.auth.schema.lint.LintRule;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** S7, S8, S10: constraints on tables in use, and the algorithm of an ALTER on MySQL. */
final class ConstraintRules implements LintRules {

    private static final Pattern KEY = Pattern.compile("^add (?:constraint [\\w$]+ )?(foreign key|check|not null)\\b");
    private static final Pattern UNIQUE = Pattern.compile("^add (?:constraint [\\w$]+ )?(unique|primary key) ?\\(");
    private static final Pattern EXCLUSION = Pattern.compile("^add (?:constraint [\\w$]+ )?exclude\\b");
    private static final Pattern KEY_FROM_INDEX =
            Pattern.compile("^add (?:constraint [\\w$]+ )?primary key using index ([\\w$]+)");
    private static final Pattern VALIDATE = Pattern.compile("^validate constraint ([\\w$]+)");

    @Override
    public void look(LintedChangeSet changeSet, LintRun run) {
        for (Statement statement : changeSet.all()) {
            if (run.database.isPostgres()) {
                DomainRules.look(statement, changeSet, run);
            }
            if (run.known.isFresh(statement.table()) || !statement.isDdl()) {
                continue;
            }
            if (run.database.isPostgres()) {
                Actions.of(statement).forEach(action -> {
                    postgres(action, changeSet, run);
                    keyFromIndex(action, statement, changeSet, run);
                });
                Actions.added(statement).forEach(column -> column(column, changeSet, run));
            }
            if (run.database.isMySql()
                    && statement.has("^(alter table|create (unique )?index|drop index) ")
                    && !statement.has("algorithm ?= ?instant|algorithm ?= ?(inplace|nocopy)\\b.*lock ?= ?none")) {
                run.report(LintRule.S10, changeSet, "a change of " + statement.table() + " states no algorithm");
            }
        }
    }

    private static void postgres(String action, LintedChangeSet changeSet, LintRun run) {
        Matcher key = KEY.matcher(action);
        if (key.find() && !action.contains("not valid")) {
            run.report(LintRule.S7, changeSet, "a " + key.group(1) + " that is verified at once");
        }
        if (EXCLUSION.matcher(action).find()) {
            run.report(LintRule.S26, changeSet, "an exclusion constraint on a table in use");
        }
        if (UNIQUE.matcher(action).find()) {
            run.report(LintRule.S8, changeSet, "a unique constraint or primary key that builds its own index");
        }
        Matcher validate = VALIDATE.matcher(action);
        if (validate.find()
                && changeSet.inTransaction()
                && changeSet.all().stream().anyMatch(s -> s.has("add constraint " + validate.group(1) + " "))) {
            run.report(LintRule.S7, changeSet, validate.group(1) + " is validated under the lock that adding it takes");
        }
    }

    /** Its columns become NOT NULL with it. */
    private static void keyFromIndex(String action, Statement statement, LintedChangeSet changeSet, LintRun run) {
        Matcher key = KEY_FROM_INDEX.matcher(action);
        if (!key.find()) {
            return;
        }
        List<String> columns = run.known.objects().columnsOf(key.group(1));
        boolean proven = !columns.isEmpty()
                && columns.stream().allMatch(column -> run.known.provenNotNull(statement.table(), column));
        if (!proven) {
            run.report(
                    LintRule.S6,
                    changeSet,
                    "a primary key from " + key.group(1) + " makes its columns NOT NULL without a validated check");
        }
    }

    private static void column(ColumnDef column, LintedChangeSet changeSet, LintRun run) {
        if (column.unique()) {
            run.report(LintRule.S8, changeSet, "the new column " + column.name() + " is unique at once");
        }
        if (column.rest().matches("(.* )?check \\(.*")) {
            run.report(LintRule.S7, changeSet, "the new column " + column.name() + " has a check at once");
        }
        if (column.rest().contains("references")) {
            run.report(LintRule.S7, changeSet, "the new column " + column.name() + " refers to another table at once");
        }
    }
}
