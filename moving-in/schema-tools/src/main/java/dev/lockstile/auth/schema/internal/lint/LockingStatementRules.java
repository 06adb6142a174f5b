package dev.lockstile.auth.schema.internal.lint;

import dev.lockstile.auth.schema.lint.LintRule;
import java.util.regex.Pattern;

/**
 * S27, S28, S29: statements that lock a table in use until they end: LOCK TABLE, VACUUM FULL and others that write it
 * anew, REINDEX and REFRESH MATERIALIZED VIEW without CONCURRENTLY.
 */
final class LockingStatementRules implements LintRules {

    private static final Pattern REWRITTEN = Pattern.compile("^alter table .*\\b(set (?:un)?logged|set tablespace"
            + "|set access method|set without oids|engine\\b|convert to character set|force(?! row level))\\b"
            + "|^(vacuum (?:full\\b|\\([^)]*\\bfull\\b)|cluster\\b|optimize (?:local )?table)");
    private static final Pattern REINDEX = Pattern.compile(
            "^reindex (?:\\([^)]*\\) )?(index|table|schema|database|system) (?!concurrently\\b)([\\w$]+)");

    @Override
    public void look(LintedChangeSet changeSet, LintRun run) {
        for (Statement statement : changeSet.all()) {
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
}
