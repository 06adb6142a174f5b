package dev.lockstile.auth.cli;

import dev.lockstile.auth.cutover.inplace.InPlaceStore;
import dev.lockstile.auth.imports.UserImport;
import dev.lockstile.auth.imports.options.ContentFile;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.plan.Planning;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.store.AuthStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plan}, {@code run} and {@code resume}: the same way, with or without writing, from the start or not. */
@Command(mixinStandardHelpOptions = true, sortOptions = false)
final class ImportWork implements Callable<Integer> {

    private final OpenedHost host;
    private final Map<String, String> environment;
    private final Mode mode;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Mixin
    private ImportSetup how = new ImportSetup();

    @Mixin
    private RunFiles runFiles = new RunFiles();

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description = "With plan: write it there, as JSON. With run: do it only if the source, the options and the"
                    + " counts are still those of that plan; else exit with 2, nothing written.")
    private @Nullable Path plan;

    private ImportWork(OpenedHost host, Map<String, String> environment, Mode mode) {
        this.host = host;
        this.environment = environment;
        this.mode = mode;
    }

    /** The command of a mode. */
    static CommandLine of(OpenedHost host, Map<String, String> environment, Mode mode) {
        return ImportCommand.described(new ImportWork(host, environment, mode), mode.description);
    }

    /** What is done. */
    enum Mode {
        PLAN("Does everything and writes nothing. The counts are those of a real run."),
        RUN("Moves the people in. What came in earlier stays as it is; what is in quarantine is tried again."),
        RESUME("Goes on with the latest run that was broken off, with the options it began with.");

        private final String description;

        Mode(String description) {
            this.description = description;
        }
    }

    @Override
    public Integer call() throws IOException {
        if (mode == Mode.RESUME && plan != null) {
            throw new IllegalArgumentException("--plan goes with plan and run: a run that goes on has its options");
        }
        try (ImportSetup closing = how) {
            return imported(how.options(mode == Mode.PLAN), how.content());
        }
    }

    private int imported(ImportOptions options, List<ContentFile> content) throws IOException {
        Preset preset = how.preset();
        PrintWriter out = spec.commandLine().getOut();
        try (Source opened = source.open(environment);
                ReportFiles files = runFiles.open()) {
            Progress progress =
                    new Progress(files, spec.commandLine().getErr(), host.get().clock());
            UserImport users = new UserImport(target(), options, content);
            Optional<ImportReport> result;
            if (mode == Mode.RESUME) {
                result = users.resume(opened, preset, progress);
            } else {
                PlanFile agreed = new PlanFile(plan, new Planning(target(), options, content));
                result = Optional.of(
                        mode == Mode.PLAN
                                ? agreed.make(users, opened, preset, progress)
                                : agreed.run(users, opened, preset, progress));
            }
            progress.end();
            if (result.isEmpty()) {
                out.println("No run of this system was broken off: there is nothing to resume.");
                return ExitCodes.OK;
            }
            finish(files, result.get());
            Summary.print(result.get(), out);
            Summary.printProviders(
                    result.get().socialProviders(), host.get().socialProviders().orElse(null), out);
            return how.isStrict() && !result.get().isClean() ? ExitCodes.QUARANTINE : ExitCodes.OK;
        } finally {
            content.forEach(file -> file.source().close());
        }
    }

    private static void finish(ReportFiles files, ImportReport result) throws IOException {
        try {
            files.finish(result.toJson());
        } catch (IOException e) {
            throw new IOException(
                    "the import is done, but its report cannot be written (" + e.getMessage()
                            + "). It is kept: make room, then import report --run "
                            + result.run().runId() + " --report FILE",
                    e);
        }
    }

    private ImportTarget target() {
        ManagedHost opened = host.get();
        AuthStore store = how.inPlace()
                .<AuthStore>map(home -> InPlaceStore.on(opened.entities(), home))
                .orElseGet(opened::store);
        return host.importTarget(store);
    }
}
