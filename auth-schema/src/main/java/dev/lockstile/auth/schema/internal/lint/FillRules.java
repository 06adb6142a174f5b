package dev.lockstile.auth.schema.internal.lint;

import dev.lockstile.auth.schema.lint.LintRule;
import java.util.List;

/** S16: rows that are changed by the way. */
final class FillRules implements LintRules {

    @Override
    public void look(LintedChangeSet changeSet, LintRun run) {
        List<Statement> work = changeSet.work();
        for (Statement statement : work) {
            boolean bulk = statement.has("^(update|delete from) ") && !run.known.isFresh(statement.table());
            boolean block = statement.has("^do ");
            if (bulk && !statement.has("\\blimit \\d+|\\bbetween\\b")) {
                run.report(LintRule.S16, changeSet, "all rows of " + statement.table() + " in one statement");
            } else if (block && !(statement.has("\\blimit \\d+") && statement.has("\\bcommit\\b"))) {
                run.report(LintRule.S16, changeSet, "a block without batches that commit");
            } else if ((bulk || block) && work.stream().anyMatch(s -> s.isDdl() && !run.known.isFresh(s.table()))) {
                run.report(LintRule.S16, changeSet, "rows and a change of a table together");
            }
        }
    }
}
