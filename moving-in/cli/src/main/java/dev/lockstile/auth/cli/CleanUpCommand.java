package dev.lockstile.auth.cli;

import dev.lockstile.auth.store.UpkeepStore.RetentionCategory;
import dev.lockstile.auth.upkeep.Retention;
import dev.lockstile.auth.upkeep.Upkeep;
import dev.lockstile.auth.upkeep.Upkeep.CleanUpReport;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Removes rows that are no longer needed. */
@Command(
        name = "cleanup",
        description =
                "Removes dead codes, sessions, messages, counters and registrations without a proven address, in small"
                        + " batches. May run beside live use, and again after it was stopped.",
        mixinStandardHelpOptions = true)
final class CleanUpCommand implements Callable<Integer> {

    private final OpenedHost host;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--batch-size",
            paramLabel = "N",
            description = "Rows of one transaction, 1 to 5000; 500 otherwise.")
    private int batchSize = Upkeep.BATCH;

    @Option(names = "--dry-run", description = "Count, and remove nothing.")
    private boolean dryRun;

    @Option(
            names = "--log-days",
            paramLabel = "N",
            description = "Remove entries of the two message logs that are older; they stay otherwise.")
    private @Nullable Integer logDays;

    @Option(
            names = "--event-days",
            paramLabel = "N",
            description = "Remove rows of the host's events table that are older; they stay otherwise.")
    private @Nullable Integer eventDays;

    @Option(names = "--keep-registrations", description = "Leave registrations without a proven address.")
    private boolean keepRegistrations;

    CleanUpCommand(OpenedHost host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        Retention retention = retention();
        Upkeep upkeep = Upkeep.of(host.get().store(), host.get().clock());
        CleanUpReport report = dryRun ? upkeep.preview(retention) : upkeep.cleanUp(retention, batchSize);
        PrintWriter out = spec.commandLine().getOut();
        out.println((dryRun ? "Dry run, nothing was removed: " : "Removed: ") + report.total() + " rows.");
        report.removed().forEach((what, rows) -> out.println("  " + name(what) + ": " + rows));
        return ExitCodes.OK;
    }

    private Retention retention() {
        Retention retention = Retention.standard();
        if (logDays != null) {
            Duration age = Duration.ofDays(logDays);
            retention = retention.with(RetentionCategory.SMS_LOG, age).with(RetentionCategory.EMAIL_LOG, age);
        }
        if (eventDays != null) {
            retention = retention.with(RetentionCategory.EVENTS, Duration.ofDays(eventDays));
        }
        return keepRegistrations ? retention.keeping(RetentionCategory.REGISTRATIONS) : retention;
    }

    private static String name(RetentionCategory what) {
        return what.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
