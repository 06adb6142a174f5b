package dev.lockstile.auth.cli;

import dev.lockstile.auth.schema.history.HistoryLock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds what is new to the list of what was released. */
@Command(
        name = "lock-history",
        description =
                "At a release: adds the change sets, classes and files that are new to a history lock, which a test"
                        + " compares with the changelog from then on. What is listed already keeps its line. Writes"
                        + " mapped.columns beside it: what this release needs of the tables, for the next one.",
        mixinStandardHelpOptions = true)
final class LockHistoryCommand implements Callable<Integer> {

    private final OpenedHost host;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE",
            description = "Such as src/main/resources/db/history.lock; made when it is not there.")
    private Path file = Path.of("");

    LockHistoryCommand(OpenedHost host) {
        this.host = host;
    }

    @Override
    public Integer call() throws IOException {
        HostSchema schema = host.get().schema();
        HistoryLock before = HistoryLock.parse(Files.exists(file) ? Files.readString(file) : "");
        HistoryLock after = before.with(schema.schema().guard().present());
        Files.writeString(file, after.toString(), StandardCharsets.UTF_8);
        Files.writeString(
                file.resolveSibling("mapped.columns"), schema.entities().mappedColumns(), StandardCharsets.UTF_8);
        spec.commandLine()
                .getOut()
                .println(file + " lists " + after.size() + " things, " + (after.size() - before.size())
                        + " of them new.");
        return ExitCodes.OK;
    }
}
