package dev.lockstile.auth.cli;

import dev.lockstile.auth.imports.content.ContentImport;
import dev.lockstile.auth.imports.content.ContentMapping;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.source.Source;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code import content plan}, {@code run} and {@code resume}: rows of the host's own tables. */
@Command(mixinStandardHelpOptions = true, sortOptions = false)
final class ContentWork implements Callable<Integer> {

    private final OpenedHost host;
    private final Map<String, String> environment;
    private final Mode mode;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--mapping",
            required = true,
            paramLabel = "FILE",
            description = "What goes where, as JSON: the table, its columns, and which old column names the owner.")
    private Path mapping = Path.of("");

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Option(
            names = "--system",
            paramLabel = "NAME",
            description = "The old system whose accounts own the content, as import status tells it, if there are"
                    + " several.")
    private @Nullable String system;

    @Option(
            names = "--batch-size",
            paramLabel = "N",
            defaultValue = "500",
            description = "Rows per transaction (default ${DEFAULT-VALUE}).")
    private int batchSize;

    @Mixin
    private RunFiles runFiles = new RunFiles();

    @Option(
            names = "--files",
            paramLabel = "FILE",
            description = "Write the names of the files that the rows name there, one a line, for import files.")
    private @Nullable Path files;

    @Option(names = "--strict", description = "Exit with 3 when rows are in quarantine.")
    private boolean strict;

    private ContentWork(OpenedHost host, Map<String, String> environment, Mode mode) {
        this.host = host;
        this.environment = environment;
        this.mode = mode;
    }

    static CommandLine of(OpenedHost host, Map<String, String> environment, Mode mode) {
        return ImportCommand.described(new ContentWork(host, environment, mode), mode.description);
    }

    /** What is done. */
    enum Mode {
        PLAN("Does everything and writes nothing. The counts are those of a real run."),
        RUN("Copies the rows. What is here stays as it is; what is in quarantine is tried again."),
        RESUME("Goes on with the latest run of this content that was broken off.");

        private final String description;

        Mode(String description) {
            this.description = description;
        }
    }

    @Override
    public Integer call() throws IOException {
        ContentMapping read = ContentMapping.read(OwnersFile.text(mapping));
        TreeSet<String> named = new TreeSet<>();
        PrintWriter out = spec.commandLine().getOut();
        try (Source opened = source.open(environment);
                ReportFiles written = runFiles.open()) {
            ContentImport content =
                    new ContentImport(host.contentTarget(), read, system, batchSize).tellingFiles(named::add);
            Optional<ImportReport> result = mode == Mode.RESUME
                    ? content.resume(opened, written)
                    : Optional.of(mode == Mode.PLAN ? content.plan(opened, written) : content.run(opened, written));
            if (result.isEmpty()) {
                out.println("No run of this content was broken off: there is nothing to resume.");
                return ExitCodes.OK;
            }
            if (files != null) {
                OwnersFile.replace(files, String.join("\n", named) + (named.isEmpty() ? "" : "\n"));
            }
            written.finish(result.get().toJson());
            Summary.printContent(result.get(), out);
            return strict && !result.get().isClean() ? ExitCodes.QUARANTINE : ExitCodes.OK;
        }
    }
}
