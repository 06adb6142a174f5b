package dev.lockstile.auth.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** A command that does nothing by itself: it prints what its subcommands are. */
@Command(synopsisSubcommandLabel = "COMMAND", mixinStandardHelpOptions = true)
abstract class CommandGroup implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * A command that is told the id of a row or of a key: of ids in base64url, one in 64 begins with a hyphen. Only the
     * whole long name of an option is one.
     */
    static CommandLine withAnyId(Object command) {
        CommandLine line = new CommandLine(command)
                .setAllowOptionsAsOptionParameters(true)
                .setUnmatchedOptionsArePositionalParams(true);
        for (String name : List.of("-h", "-V")) {
            OptionSpec option = line.getCommandSpec().findOption(name);
            OptionSpec named =
                    OptionSpec.builder(option).names(option.longestName()).build();
            line.getCommandSpec().remove(option).addOption(named);
        }
        return line;
    }

    @Override
    public final Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCodes.UNUSABLE;
    }
}
