package dev.lockstile.auth.schema.internal.lint;

import dev.lockstile.auth.schema.lint.LintRule;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** S3: indexes on tables in use, with partitions and without. */
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
            if (run.known.objects().isPartitioned(statement.table())) {
                partitioned(statement, changeSet, run);
            } else if (!statement.has("^create (unique )?index concurrently ")) {
                run.report(LintRule.S3, changeSet, "an index on " + statement.table() + " that is not concurrent");
            } else if (changeSet.inTransaction()) {
                run.report(LintRule.S3, changeSet, "a concurrent index inside a transaction, where it cannot be built");
            } else if (!statement.has("concurrently if not exists ")) {
                run.report(LintRule.S3, changeSet, "a concurrent index without IF NOT EXISTS");
            }
        }
    }

    /** There is no concurrent way for all partitions at once. */
    private static void partitioned(Statement statement, LintedChangeSet changeSet, LintRun run) {
        if (!statement.has(" on only [\\w$]+")) {
            run.report(
                    LintRule.S3,
                    changeSet,
                    "an index on " + statement.table() + ", which consists of partitions"
                            + (statement.has("index concurrently ") ? " and refuses CONCURRENTLY" : ""),
                    "create index NAME on only " + statement.table() + " (COLUMN); then for each partition, outside a"
                            + " transaction, create index concurrently if not exists PART on PARTITION (COLUMN), and"
                            + " alter index NAME attach partition PART");
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
