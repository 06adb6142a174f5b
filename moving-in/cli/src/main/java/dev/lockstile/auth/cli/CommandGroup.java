package dev.lockstile.auth.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that does nothing by itself: it prints what its subcommands are. */
@Command(synopsisSubcommandLabel = "COMMAND", mixinStandardHelpOptions = true)
abstract class CommandGroup implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * A command that is told the id of a row or of a key: an id may look like an option; of those in base64url, one in
     * two thousand begins with -h or -V.
     */
    static CommandLine withAnyId(Object command) {
        return new CommandLine(command).setAllowOptionsAsOptionParameters(true);
    }

    @Override
    public final Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCodes.UNUSABLE;
    }
}
