package dev.lockstile.auth.schema.internal.lint;

import dev.lockstile.auth.schema.lint.LintRule;

/** S3: indexes on tables in use. */
final class IndexRules implements LintRules {

    @Override
    public void look(LintedChangeSet changeSet, LintRun run) {
        if (!run.database.isPostgres()) {
            return;
        }
        for (Statement statement : changeSet.statements()) {
            if (!statement.has("^create (unique )?index ") || run.known.isFresh(statement.table())) {
                continue;
            }
            if (!statement.has("^create (unique )?index concurrently ")) {
                run.report(LintRule.S3, changeSet, "an index on " + statement.table() + " that is not concurrent");
            } else if (changeSet.inTransaction()) {
                run.report(LintRule.S3, changeSet, "a concurrent index inside a transaction, where it cannot be built");
            } else if (!statement.has("concurrently if not exists ")) {
                run.report(LintRule.S3, changeSet, "a concurrent index without IF NOT EXISTS");
            }
        }
    }
}
