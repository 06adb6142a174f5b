package dev.lockstile.auth.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code back}: the way back to the old system; does nothing by itself. */
@Command(
        description =
                "The way back: how far the old system is behind with what people changed here, and who is parked.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class WriteBackCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private WriteBackCommand() {}

    static CommandLine of(OpenedHost host) {
        return new CommandLine(new WriteBackCommand())
                .addSubcommand("status", new WriteBackStatusCommand(host))
                .addSubcommand("retry", new WriteBackRetryCommand(host));
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCodes.UNUSABLE;
    }
}
