package dev.lockstile.auth.schema.internal.lint;

import dev.lockstile.auth.schema.lint.LintRule;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** S3: indexes on tables in use. */
final class IndexRules implements LintRules {

    private static final Pattern DROP = Pattern.compile("^drop index (concurrently )?(?:if exists )?([\\w$]+)");

    @Override
    public void look(LintedChangeSet changeSet, LintRun run) {
        if (!run.database.isPostgres()) {
            return;
        }
        for (Statement statement : changeSet.all()) {
            dropped(statement, changeSet, run);
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

    private static void dropped(Statement statement, LintedChangeSet changeSet, LintRun run) {
        Matcher drop = statement.find(DROP);
        if (drop == null || run.known.isFreshIndex(drop.group(2))) {
            return;
        }
        if (drop.group(1) == null) {
            run.report(
                    LintRule.S3,
                    changeSet,
                    "the index " + drop.group(2) + " is dropped under an exclusive lock of its table",
                    "<changeSet runInTransaction=\"false\"> with: drop index concurrently if exists " + drop.group(2));
        } else if (changeSet.inTransaction()) {
            run.report(LintRule.S3, changeSet, "a concurrent drop inside a transaction, where it cannot be done");
        }
    }
}
