package dev.lockstile.auth.cli;

import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.Migration;
import dev.lockstile.auth.schema.check.MigrationBlockers;
import dev.lockstile.auth.schema.lint.LintRule;
import dev.lockstile.auth.schema.report.Finding;
import dev.lockstile.auth.schema.tools.PendingLint;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Brings the tables up to date, or tells what that would do. */
@Command(
        name = "migrate",
        description = "Brings the tables up to date. Runs what has not run yet, and nothing twice.",
        mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {

    private final OpenedHost host;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--plan", description = "List what would run, and run nothing.")
    private boolean plan;

    @Option(names = "--sql", description = "Print the SQL that would run, and run nothing.")
    private boolean sql;

    @Option(names = "--to", paramLabel = "TAG", description = "Stop at this tagDatabase of the changelog.")
    private @Nullable String to;

    @Option(
            names = "--lock-timeout",
            paramLabel = "SECONDS",
            description =
                    "How long a statement waits for a table that is in use, before it gives way and is tried again.")
    private @Nullable Double lockTimeout;

    @Option(
            names = "--allow-unsafe",
            description = "Run even what is not safe on tables in use, such as an index that keeps writers out, and run"
                    + " it on tables that have lost a unique key or a foreign key.")
    private boolean allowUnsafe;

    @Option(
            names = "--backup",
            paramLabel = "FOLDER",
            description = "Back the database up there first, as backup does; without its backup nothing is run.")
    private @Nullable Path backup;

    MigrateCommand(OpenedHost host) {
        this.host = host;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        PrintWriter out = spec.commandLine().getOut();
        if (!plan && !sql && !allowUnsafe && unsafe() | hasMigrationBlockers()) {
            return ExitCodes.FINDINGS;
        }
        if (backup != null
                && !plan
                && !sql
                && !host.get().schema().schema().pending().isEmpty()) {
            BackupCommand.backUp(host.get(), backup, null, out);
        }
        if (!sql && host.get().tellsSchema()) {
            schema().firingTriggers().forEach(note -> out.println("note: " + note));
        }
        if (!plan && !sql && to == null && lockTimeout == null) {
            host.get().migrateSchema();
            out.println("The tables are up to date.");
            return ExitCodes.OK;
        }
        AuthSchema schema = schema();
        if (plan) {
            plan(schema.pending(), out);
        } else if (sql) {
            out.println(schema.sql());
        } else if (to == null) {
            schema.migrate();
            out.println("The tables are up to date.");
        } else {
            schema.migrateTo(to);
            out.println("The tables are as at " + to + ".");
        }
        return ExitCodes.OK;
    }

    /** Whether what waits is not safe on tables in use. What is missing in history, the migration itself refuses. */
    private boolean unsafe() {
        if (!host.get().tellsSchema()) {
            return false;
        }
        List<Finding> findings = PendingLint.of(schema()).findings().stream()
                .filter(finding -> !finding.id().equals(LintRule.S18.name()))
                .toList();
        findings.forEach(finding -> spec.commandLine().getErr().println(finding));
        if (!findings.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("migrate: nothing was run. Mend it, waive it in its change set"
                            + " (<comment>lint-waive: S3 the reason</comment>), or say --allow-unsafe.");
        }
        return !findings.isEmpty();
    }

    private boolean hasMigrationBlockers() {
        if (!host.get().tellsSchema()) {
            return false;
        }
        List<Finding> blockers =
                MigrationBlockers.of(schema(), host.get().schema().entities());
        PrintWriter err = spec.commandLine().getErr();
        blockers.forEach(err::println);
        if (!blockers.isEmpty()) {
            err.println("migrate: nothing was run. Put the tables right, or say --allow-unsafe.");
        }
        return !blockers.isEmpty();
    }

    private AuthSchema schema() {
        AuthSchema schema = host.get().schema().schema();
        return lockTimeout == null ? schema : schema.withLockTimeout(Duration.ofMillis((long) (lockTimeout * 1000)));
    }

    private static void plan(List<Migration> pending, PrintWriter out) {
        if (pending.isEmpty()) {
            out.println("Nothing to run.");
        }
        pending.forEach(m -> out.println("  " + m.name() + (m.comment().isEmpty() ? "" : "  " + m.comment())));
    }
}
