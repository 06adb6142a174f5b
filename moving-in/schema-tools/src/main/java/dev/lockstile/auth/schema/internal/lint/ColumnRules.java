package dev.lockstile.auth.schema.internal.lint;

import dev.lockstile.auth.schema.lint.LintRule;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** S5, S6, S9, S11, S12: what is added to a table in use, and what becomes of its columns. */
final class ColumnRules implements LintRules {

    private static final Pattern STEADY =
            Pattern.compile("now \\(\\)|current_timestamp( ?\\(\\d\\))?|current_date|localtimestamp"
                    + "|transaction_timestamp \\(\\)|current_user|session_user|now \\(\\d\\)");
    private static final Pattern NOT_NULL = Pattern.compile("^alter (?:column )?([\\w$]+) set not null");
    private static final Pattern RETYPE =
            Pattern.compile("^(?:alter(?: column)? ([\\w$]+) (?:set data )?type|modify(?: column)? ([\\w$]+)) (.+)$");

    private static final Pattern USING = Pattern.compile(" using (.+)$");

    @Override
    public void look(LintedChangeSet changeSet, LintRun run) {
        for (Statement statement : changeSet.all()) {
            if (!run.known.isFresh(statement.table())) {
                Actions.added(statement).forEach(column -> added(column, changeSet, run));
                Actions.of(statement).forEach(action -> changed(action, statement, changeSet, run));
            }
        }
    }

    private static void added(ColumnDef column, LintedChangeSet changeSet, LintRun run) {
        String value = column.defaultValue();
        boolean generated = column.type().matches(".*serial.*")
                || column.rest().contains("generated")
                || column.rest().contains("auto_increment");
        boolean varies =
                value != null && value.contains("(") && !STEADY.matcher(value).matches();
        boolean differs = value != null && StoredDefaults.differsByRow(value);
        if (run.database.isPostgres() && run.known.isCheckedDomain(column.type())) {
            run.report(
                    LintRule.S5,
                    changeSet,
                    "the new column " + column.name() + " is of the domain " + column.type() + ", which has a check",
                    "add it with the plain type, then the check as a constraint NOT VALID, and VALIDATE it later");
        } else if (run.database.isPostgres() && (generated || differs)) {
            run.report(
                    LintRule.S5, changeSet, "the new column " + column.name() + " has a value of its own in every row");
        }
        if (run.database.isMySql() && (varies || generated)) {
            run.report(
                    LintRule.S12, changeSet, "the new column " + column.name() + " has an expression as its default");
        }
        if (column.notNull() && value == null && !generated) {
            run.report(LintRule.S6, changeSet, "the new column " + column.name() + " is NOT NULL and has no default");
        }
    }

    private static void changed(String action, Statement statement, LintedChangeSet changeSet, LintRun run) {
        Matcher notNull = NOT_NULL.matcher(action);
        if (notNull.find()) {
            if (run.database.isPostgres() && !run.known.provenNotNull(statement.table(), notNull.group(1))) {
                run.report(LintRule.S6, changeSet, notNull.group(1) + " becomes NOT NULL without a validated check");
            }
            return;
        }
        Matcher retype = RETYPE.matcher(action);
        if (retype.matches()) {
            String name = retype.group(1) == null ? retype.group(2) : retype.group(1);
            ColumnDef now = ColumnDef.parse(name + " " + retype.group(3).replaceFirst(" using .*", ""));
            Matcher using = USING.matcher(retype.group(3));
            if (using.find() && !isPlainCast(using.group(1), name)) {
                run.report(LintRule.S9, changeSet, name + " is computed anew in every row");
            } else if (now != null) {
                retyped(run.known.column(statement.table(), name), now, statement, changeSet, run);
            }
        }
    }

    private static void retyped(
            @Nullable ColumnDef before, ColumnDef now, Statement statement, LintedChangeSet changeSet, LintRun run) {
        boolean free = before != null && !now.rest().contains("collate") && isFree(before, now, run);
        if (!free) {
            String was = before == null ? "an unknown type" : before.type();
            run.report(LintRule.S9, changeSet, now.name() + " goes from " + was + " to " + now.type());
        } else if (run.database.isPostgres()
                && before != null
                && !SqlTypes.same(before.type(), now.type())
                && run.known.checks().name(statement.table(), now.name())) {
            run.report(
                    LintRule.S9,
                    changeSet,
                    now.name() + " gets another type under a check, which is proven anew for every row",
                    "drop the check; change the type; add the check NOT VALID; VALIDATE it; each in a change set of its own");
        }
        if (run.database.isMySql()) {
            if (before != null
                    && before.isVarchar()
                    && now.isVarchar()
                    && before.length() <= 63
                    && now.length() >= 64) {
                run.report(
                        LintRule.S11, changeSet, now.name() + " grows from " + before.length() + " to " + now.length());
            }
            boolean tightens = now.notNull() && (before == null || !before.notNull());
            if (tightens && !statement.has("algorithm ?= ?inplace")) {
                run.report(LintRule.S6, changeSet, now.name() + " becomes NOT NULL by whatever algorithm");
            }
        }
    }

    /** A domain lies on the disk as its base does; a value that becomes one of a domain with a check is checked. */
    private static boolean isFree(ColumnDef before, ColumnDef now, LintRun run) {
        if (SqlTypes.same(before.type(), now.type())) {
            return true;
        }
        KnownObjects objects = run.known.objects();
        ColumnDef from = new ColumnDef(before.name(), objects.baseOf(before.type()), before.rest());
        ColumnDef to = new ColumnDef(now.name(), objects.baseOf(now.type()), now.rest());
        return !objects.isCheckedDomain(now.type())
                && (SqlTypes.same(from.type(), to.type()) || SqlTypes.widens(from, to, run.database));
    }

    /** Whether an expression is the column itself, cast by the type that it gets. */
    private static boolean isPlainCast(String expression, String column) {
        return expression.matches("(cast \\()?\\(?" + Pattern.quote(column) + "\\)?( ?::.*| as .*)?");
    }
}
