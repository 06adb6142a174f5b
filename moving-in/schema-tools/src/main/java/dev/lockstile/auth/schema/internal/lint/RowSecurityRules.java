package dev.lockstile.auth.schema.internal.lint;

import dev.lockstile.auth.schema.lint.LintRule;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** S15: row level security of PostgreSQL, which takes rows from the sight of the running release. */
final class RowSecurityRules implements LintRules {

    private static final Pattern SWITCHED = Pattern.compile("^(?:enable|force) row level security");
    private static final Pattern NARROWED = Pattern.compile(
            "^(?:drop policy (?:if exists )?[\\w$]+ on|create policy [\\w$]+ on (?=[\\w$]+ as restrictive\\b))"
                    + " ?([\\w$]+)");
    private static final String RECIPE =
            "first the policies that let the running release see and write its rows, each in a"
                    + " change set of its own; then alter table T enable row level security";

    @Override
    public void look(LintedChangeSet changeSet, LintRun run) {
        if (!run.database.isPostgres()) {
            return;
        }
        for (Statement statement : changeSet.all()) {
            String table = statement.table();
            boolean hides = Actions.of(statement).stream()
                            .anyMatch(action -> SWITCHED.matcher(action).find())
                    && !run.known.objects().hasPolicy(table)
                    && changeSet.all().stream().noneMatch(s -> s.has("^create policy [\\w$]+ on " + table + "\\b"));
            if (hides && !run.known.isFresh(table)) {
                run.report(LintRule.S15, changeSet, "no policy shows any role the rows of " + table, RECIPE);
            }
            Matcher narrowed = statement.find(NARROWED);
            if (narrowed != null && !run.known.isFresh(narrowed.group(1))) {
                run.report(
                        LintRule.S15,
                        changeSet,
                        "rows of " + narrowed.group(1) + " that a policy shows may be out of sight",
                        RECIPE);
            }
        }
    }
}
