package dev.lockstile.auth.schema.internal.lint;

import dev.lockstile.auth.schema.lint.LintRule;
import java.util.regex.Pattern;

/** S27 to S30: explicit locks, tables written anew, plain rebuilding, partitions. */
final class StorageRules implements LintRules {

    private static final Pattern REWRITTEN = Pattern.compile("^alter table .*\\b(set (?:un)?logged|set tablespace"
            + "|set access method|set without oids|engine\\b|convert to character set|force(?! row level))\\b"
            + "|^(vacuum (?:full\\b|\\([^)]*\\bfull\\b)|cluster\\b|optimize (?:local )?table)");
    private static final Pattern REINDEX = Pattern.compile(
            "^reindex (?:\\([^)]*\\) )?(index|table|schema|database|system) (?!concurrently\\b)([\\w$]+)");
    private static final Pattern ATTACHED = Pattern.compile("^alter table .* attach partition ([\\w$]+)");
    private static final Pattern PART_OF =
            Pattern.compile("^create (?:unlogged )?table (?:if not exists )?[\\w$]+ partition of ([\\w$]+)");

    @Override
    public void look(LintedChangeSet changeSet, LintRun run) {
        for (Statement statement : changeSet.all()) {
            partOf(statement, changeSet, run);
            if (statement.table() != null && run.known.isFresh(statement.table())) {
                continue;
            }
            var rewritten = statement.find(REWRITTEN);
            if (rewritten != null) {
                String what = rewritten.group(1) == null ? rewritten.group(2) : rewritten.group(1);
                run.report(LintRule.S28, changeSet, what + " on " + statement.told());
            }
            if (statement.has("^lock (tables? )?[\\w$]")) {
                run.report(LintRule.S27, changeSet, "locks " + statement.told());
            }
            rebuilt(statement, changeSet, run);
            partition(statement, changeSet, run);
        }
    }

    private static void rebuilt(Statement statement, LintedChangeSet changeSet, LintRun run) {
        var reindex = statement.find(REINDEX);
        if (reindex != null && run.database.isPostgres() && !statement.has("^reindex \\([^)]*concurrently")) {
            String recipe = "<changeSet runInTransaction=\"false\"> with: reindex " + reindex.group(1)
                    + " concurrently " + reindex.group(2);
            run.report(LintRule.S29, changeSet, "reindex " + reindex.group(1) + " keeps writers out", recipe);
        }
        if (statement.has("^refresh materialized view (?!concurrently\\b)") && !statement.has("with no data$")) {
            run.report(
                    LintRule.S29,
                    changeSet,
                    "the view cannot be read while it is refreshed",
                    "refresh materialized view concurrently NAME, which wants a unique index on it; or a job of the"
                            + " application, not a migration");
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
