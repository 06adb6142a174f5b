package dev.lockstile.auth.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes back what ran after a tag. */
@Command(
        name = "rollback",
        description = "Takes back what ran after a tag, newest first. Columns and tables go with what is in them.",
        mixinStandardHelpOptions = true)
final class RollbackCommand implements Callable<Integer> {

    private final OpenedHost host;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--to", required = true, paramLabel = "TAG", description = "The tag to go back to; it stays.")
    private String to = "";

    RollbackCommand(OpenedHost host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        host.get().schema().schema().rollBackTo(to);
        spec.commandLine().getOut().println("The tables are as they were at " + to + ".");
        return ExitCodes.OK;
    }
}
