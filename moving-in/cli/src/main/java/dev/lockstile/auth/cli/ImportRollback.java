package dev.lockstile.auth.cli;

import dev.lockstile.auth.cutover.inplace.InPlaceStore;
import dev.lockstile.auth.imports.content.ContentRollback;
import dev.lockstile.auth.imports.report.RollbackReport;
import dev.lockstile.auth.imports.rollback.RunRollback;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rollback}: a run taken back, but for what has been used since. */
@Command(
        name = "rollback",
        description =
                "Takes a run back: removes the people it created, but for those who have used their account, or the"
                        + " rows of content that it copied.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ImportRollback implements Callable<Integer> {

    private final OpenedHost host;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--run", required = true, paramLabel = "ID", description = "The run, as import status tells it.")
    private String run = "";

    @Option(names = "--report", paramLabel = "FILE", description = "Write the counts there, as JSON.")
    private @Nullable Path report;

    @Option(
            names = "--quarantine",
            paramLabel = "FILE",
            description =
                    "Write the rows that stay there, as JSON lines. By default beside the report, with the suffix "
                            + ReportFiles.QUARANTINE_SUFFIX + ".")
    private @Nullable Path quarantine;

    @Option(
            names = "--yes",
            required = true,
            description = "Yes, remove the people or rows of that run and restore those it updated.")
    private boolean yes;

    ImportRollback(OpenedHost host) {
        this.host = host;
    }

    @Override
    public Integer call() throws IOException {
        try (ReportFiles files = ReportFiles.open(report, quarantine)) {
            RollbackReport result = takenBack(files);
            files.finish(result.toJson());
            print(result, spec.commandLine().getOut());
            return ExitCodes.OK;
        }
    }

    private RollbackReport takenBack(ReportFiles files) {
        ManagedHost managed = host.get();
        if (ContentRollback.isContent(managed.store(), run)) {
            return new ContentRollback(host.contentTarget()).run(run, files);
        }
        Secret key = managed.importKey().orElse(null);
        AuthStore store =
                RunRollback.isInPlace(managed.store(), run) ? InPlaceStore.on(managed.entities()) : managed.store();
        return new RunRollback(store, managed.clock(), key).run(run, files);
    }

    private static void print(RollbackReport result, PrintWriter out) {
        out.println("Run " + result.runId() + (result.isWhole() ? " is taken back." : " is taken back, but for:"));
        result.entities().forEach((entity, counts) -> out.println("  " + entity + ": " + counts));
    }
}
