package dev.lockstile.auth.schema.internal.lint;

import dev.lockstile.auth.schema.lint.LintRule;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** S1, S2, S24: how long locks are waited for and held, and what stays behind when a change set fails half-way. */
final class LockRules implements LintRules {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Pattern SETTING =
            Pattern.compile("^set (?:session |local )?(?:lock_timeout|lock_wait_timeout|innodb_lock_wait_timeout)"
                    + " ?(?:=|to) ?'?(\\d+) ?(ms|s|min|h)?'?");
    private static final String IDEMPOTENT =
            "if not exists|if exists|or replace|validate constraint|set not null|drop not null|(set|drop) default"
                    + "|^(do|update|delete|call|vacuum|analyze|cluster|reindex|refresh|lock|comment|grant|revoke|select"
                    + "|merge|with|truncate|optimize)\\b|on conflict|where not exists|set (un)?logged|set tablespace"
                    + "|detach partition .* (concurrently|finalize)";

    @Override
    public void look(LintedChangeSet changeSet, LintRun run) {
        timeout(changeSet, run);
        oneStatement(changeSet, run);
        halfDone(changeSet, run);
    }

    private static void timeout(LintedChangeSet changeSet, LintRun run) {
        Duration own = null;
        for (Statement statement : changeSet.all()) {
            Matcher setting = SETTING.matcher(statement.full());
            if (setting.find()) {
                own = duration(setting, run);
            }
        }
        if (own != null && (own.isZero() || own.compareTo(LONGEST) > 0)) {
            run.report(LintRule.S1, changeSet, "sets a lock timeout of " + own.toMillis() + " ms");
        }
        Duration runner = run.settings.lockTimeout();
        boolean limited = own != null || runner != null && !runner.isZero() && runner.compareTo(LONGEST) <= 0;
        if (!limited
                && run.database != LintDatabase.H2
                && !alters(changeSet, run).isEmpty()) {
            run.report(LintRule.S1, changeSet, "changes a table in use with no lock timeout of at most 5 s");
        }
    }

    private static Duration duration(Matcher setting, LintRun run) {
        long value = Long.parseLong(setting.group(1));
        String unit = setting.group(2) == null ? run.database.isMySql() ? "s" : "ms" : setting.group(2);
        return switch (unit) {
            case "s" -> Duration.ofSeconds(value);
            case "min" -> Duration.ofMinutes(value);
            case "h" -> Duration.ofHours(value);
            default -> Duration.ofMillis(value);
        };
    }

    private static void oneStatement(LintedChangeSet changeSet, LintRun run) {
        List<Statement> work = changeSet.work();
        if (!changeSet.inTransaction()) {
            if (work.size() > 1) {
                run.report(LintRule.S2, changeSet, work.size() + " statements outside a transaction");
            } else if (work.size() == 1 && !work.get(0).has(IDEMPOTENT)) {
                run.report(LintRule.S2, changeSet, "a statement outside a transaction that fails when it runs twice");
            }
            return;
        }
        List<Statement> altering = alters(changeSet, run);
        boolean columnsOfOne = altering.stream().allMatch(s -> !Actions.added(s).isEmpty())
                && altering.stream().map(Statement::table).distinct().count() <= 1;
        if (altering.size() > 1 && !columnsOfOne) {
            run.report(LintRule.S2, changeSet, altering.size() + " statements on tables in use");
        }
    }

    private static void halfDone(LintedChangeSet changeSet, LintRun run) {
        List<Statement> work = changeSet.work();
        if (run.database.isMySql()) {
            boolean ddl = work.stream().anyMatch(Statement::isDdl);
            boolean dml = work.stream().anyMatch(Statement::isDml);
            long old = work.stream()
                    .filter(s -> s.isDdl() && (s.table() == null || !changeSet.creates(s.table())))
                    .count();
            if (ddl && dml || old > 1) {
                run.report(LintRule.S24, changeSet, "several statements that commit by themselves, or one and rows");
            }
        } else if (work.size() > 1 && work.stream().anyMatch(s -> s.has("^alter type \\S+ add value"))) {
            run.report(LintRule.S24, changeSet, "a new enum value together with other statements");
        }
    }

    private static List<Statement> alters(LintedChangeSet changeSet, LintRun run) {
        return changeSet.work().stream()
                .flatMap(Statement::all)
                .filter(s -> s.isDdl() && !run.known.isFresh(s.table()))
                .toList();
    }
}
