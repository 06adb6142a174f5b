package dev.lockstile.auth.cli;

import dev.lockstile.auth.imports.files.FileCopy;
import dev.lockstile.auth.imports.files.FileCopyReport;
import dev.lockstile.auth.imports.files.FileCopyReport.State;
import dev.lockstile.auth.imports.files.FileStores;
import dev.lockstile.auth.imports.report.JsonText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code import files plan} and {@code run}. */
@Command(mixinStandardHelpOptions = true, sortOptions = false)
final class FilesWork implements Callable<Integer> {

    private static final int SHOWN = 20;

    private final Map<String, String> environment;
    private final boolean dryRun;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--from",
            required = true,
            paramLabel = "STORE",
            description = "Where the files are: a folder, or s3://bucket/prefix on a server that speaks S3. It is only"
                    + " read.")
    private String from = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "STORE",
            description = "Where they go, under the same names: a folder, or s3://bucket/prefix.")
    private String to = "";

    @Option(
            names = "--names",
            paramLabel = "FILE",
            description = "Copy these files alone, one name a line, as import content --files writes them. By default"
                    + " all.")
    private @Nullable Path names;

    @Option(
            names = "--overwrite",
            description = "Replace files that are there with other bytes. Without it they stay and are told.")
    private boolean overwrite;

    @Option(names = "--report", paramLabel = "FILE", description = "Write the counts there, as JSON.")
    private @Nullable Path report;

    @Option(
            names = "--missing",
            paramLabel = "FILE",
            description = "Write the files that did not come there, as JSON lines. By default beside the report, with"
                    + " the suffix .missing.jsonl.")
    private @Nullable Path missing;

    @Option(names = "--strict", description = "Exit with 3 when a file did not come.")
    private boolean strict;

    private FilesWork(Map<String, String> environment, boolean dryRun) {
        this.environment = environment;
        this.dryRun = dryRun;
    }

    static CommandLine of(Map<String, String> environment, boolean dryRun) {
        return ImportCommand.described(
                new FilesWork(environment, dryRun),
                dryRun
                        ? "Compares the two stores and copies nothing. The counts are those of a real run."
                        : "Copies the files. What is there with the same bytes is left alone, so that a run that was"
                                + " broken off goes on when it is called again.");
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<String> named = names == null ? null : lines(names);
        Told told = new Told(out);
        try (ReportFiles written = ReportFiles.of(report);
                ReportFiles troubles = ReportFiles.of(
                        missing != null || report == null
                                ? missing
                                : report.resolveSibling(report.getFileName() + ".missing.jsonl"))) {
            BiConsumer<String, State> watch = (name, state) -> {
                told.tell(name, state);
                troubles.line(JsonText.of(Map.of("file", name, "state", state.text())));
            };
            FileCopy copy = new FileCopy(
                    FileStores.open(from, environment, "FROM"),
                    FileStores.open(to, environment, "TO"),
                    overwrite,
                    watch);
            FileCopyReport result = dryRun ? copy.plan(named) : copy.run(named);
            written.finish(result.toJson());
            told.end();
            out.println((dryRun ? "Dry run, nothing was written: " : "Done: ") + result.counts() + ", " + result.bytes()
                    + " bytes.");
            return strict && !result.isWhole() ? ExitCodes.QUARANTINE : ExitCodes.OK;
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw OwnersFile.unreadable(file, e);
        }
    }

    /** The first files that did not come, at the terminal. */
    private static final class Told {

        private final PrintWriter out;
        private int count;

        Told(PrintWriter out) {
            this.out = out;
        }

        void tell(String name, State state) {
            if (++count <= SHOWN) {
                out.println("  " + state.text().replace('_', ' ') + ": " + TerminalText.of(name));
            }
        }

        void end() {
            if (count > SHOWN) {
                out.println("  and " + (count - SHOWN) + " more, see --report FILE");
            }
        }
    }
}
