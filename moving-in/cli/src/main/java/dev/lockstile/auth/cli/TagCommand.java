package dev.lockstile.auth.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Marks the state of the database, to come back to. */
@Command(
        name = "tag",
        description = "Marks the tables as they are now, for rollback --to.",
        mixinStandardHelpOptions = true)
final class TagCommand implements Callable<Integer> {

    private final OpenedHost host;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NAME", description = "A name that is not in use yet, such as a release.")
    private String name = "";

    TagCommand(OpenedHost host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        host.get().schema().schema().tag(name);
        spec.commandLine().getOut().println("Tagged " + name + ".");
        return ExitCodes.OK;
    }
}
