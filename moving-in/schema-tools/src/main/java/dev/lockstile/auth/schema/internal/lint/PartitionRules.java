package dev.lockstile.auth.schema.internal.lint;

import dev.lockstile.auth.schema.lint.LintRule;
import java.util.regex.Pattern;

/**
 * S30: partitions that are made, attached or detached under a lock of the whole table, such as ATTACH PARTITION without
 * a proven CHECK of the bounds.
 */
final class PartitionRules implements LintRules {

    private static final Pattern ATTACHED = Pattern.compile("^alter table .* attach partition ([\\w$]+)");
    private static final Pattern PART_OF =
            Pattern.compile("^create (?:unlogged )?table (?:if not exists )?[\\w$]+ partition of ([\\w$]+)");

    @Override
    public void look(LintedChangeSet changeSet, LintRun run) {
        for (Statement statement : changeSet.all()) {
            partOf(statement, changeSet, run);
            if (statement.table() == null || !run.known.isFresh(statement.table())) {
                partition(statement, changeSet, run);
            }
        }
    }

    private static void partition(Statement statement, LintedChangeSet changeSet, LintRun run) {
        var attached = statement.find(ATTACHED);
        if (attached != null && !run.known.isFresh(attached.group(1)) && !statement.has(" default$")) {
            attached(statement, attached.group(1), changeSet, run);
        }
        if (statement.has("^alter table .* detach partition [\\w$]+(?! concurrently)( finalize)?$")) {
            run.report(
                    LintRule.S30,
                    changeSet,
                    "a partition is detached under an exclusive lock of " + statement.told(),
                    "<changeSet runInTransaction=\"false\"> with: alter table T detach partition P concurrently");
        }
    }

    private static void attached(Statement statement, String partition, LintedChangeSet changeSet, LintRun run) {
        KnownObjects objects = run.known.objects();
        if (!run.known.checks().boundsAreProven(partition)) {
            run.report(LintRule.S30, changeSet, partition + " is attached, and read for it under a lock");
        } else if (!objects.indexesOf(partition).containsAll(objects.indexesOf(String.valueOf(statement.table())))
                || !run.known.key(partition).equals(run.known.key(statement.table()))) {
            run.report(
                    LintRule.S30,
                    changeSet,
                    partition + " is attached without an index of " + statement.told()
                            + ", which is built under a lock",
                    "create index concurrently if not exists NAME on " + partition + " (COLUMN), then attach");
        }
    }

    private static void partOf(Statement statement, LintedChangeSet changeSet, LintRun run) {
        var parent = statement.find(PART_OF);
        if (parent != null && !run.known.isFresh(parent.group(1))) {
            run.report(
                    LintRule.S30,
                    changeSet,
                    "a partition is made under an exclusive lock of " + parent.group(1),
                    "create the table by itself (like " + parent.group(1) + " including all), then attach it");
        }
    }
}
