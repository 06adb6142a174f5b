package dev.lockstile.auth.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code write-back}: prints its subcommands. */
@Command(
        description = "Write-back sync: counts unsent changes, lists dead letters and retries them.",
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
