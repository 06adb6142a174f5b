package dev.lockstile.auth.cli;

import dev.lockstile.auth.imports.history.ImportHistory;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.ReportPage;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.store.imports.RunJournalStore.ImportRunRow;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code status} and {@code report}: what the run journal says. */
@Command(mixinStandardHelpOptions = true, sortOptions = false)
final class ImportRunsCommand implements Callable<Integer> {

    private static final int SHOWN = 10;

    private final OpenedHost host;
    private final boolean wholeReport;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--run", paramLabel = "ID", description = "The run; by default the latest.")
    private @Nullable String run;

    @Option(names = "--report", paramLabel = "FILE", description = "Write the report there, as JSON.")
    private @Nullable Path report;

    ImportRunsCommand(OpenedHost host, boolean wholeReport) {
        this.host = host;
        this.wholeReport = wholeReport;
    }

    @Override
    public Integer call() throws IOException {
        ImportHistory history = new ImportHistory(host.get().store());
        PrintWriter out = spec.commandLine().getOut();
        if (!wholeReport && run == null) {
            history.latest(SHOWN).forEach(row -> status(history, row, out));
            return ExitCodes.OK;
        }
        Optional<ImportRunRow> found = history.run(Optional.ofNullable(run));
        if (found.isEmpty()) {
            throw new IllegalArgumentException(run == null ? "there was no import yet" : "there is no run " + run);
        }
        if (wholeReport) {
            report(found.get(), out);
        } else {
            status(history, found.get(), out);
        }
        return ExitCodes.OK;
    }

    private void report(ImportRunRow row, PrintWriter out) throws IOException {
        String json = row.report();
        if (json == null) {
            throw new IllegalArgumentException("run " + row.runId() + " is not over: see import status");
        }
        if (report != null) {
            OwnersFile.replace(report, json + "\n");
        }
        out.print(ReportPage.of(json));
        out.flush();
    }

    private static void status(ImportHistory history, ImportRunRow row, PrintWriter out) {
        out.println(row.runId() + "  " + row.state() + "  " + row.system() + " from " + row.source() + ", began "
                + row.startedAt());
        history.done(row.runId()).forEach((entity, counts) -> out.println("    " + entity + ": " + words(counts)));
    }

    private static String words(ImportReport.EntityCounts counts) {
        return Arrays.stream(State.values())
                .filter(state -> counts.in(state) > 0)
                .map(state -> counts.in(state) + " " + state.text())
                .collect(Collectors.joining(", "));
    }
}
