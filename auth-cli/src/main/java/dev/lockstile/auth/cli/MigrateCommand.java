package dev.lockstile.auth.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Brings the tables up to date. */
@Command(
        name = "migrate",
        description = "Brings the tables up to date. Runs what has not run yet, and nothing twice.",
        mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {

    private final OpenedHost host;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    MigrateCommand(OpenedHost host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        host.get().migrateSchema();
        spec.commandLine().getOut().println("The tables are up to date.");
        return ExitCodes.OK;
    }
}
