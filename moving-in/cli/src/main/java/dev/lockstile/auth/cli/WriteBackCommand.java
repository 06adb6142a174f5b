package dev.lockstile.auth.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code write-back}: prints its subcommands. */
@Command(description = "Write-back sync: counts unsent changes, lists dead letters and retries them.")
final class WriteBackCommand extends CommandGroup {

    private WriteBackCommand() {}

    static CommandLine of(OpenedHost host) {
        return new CommandLine(new WriteBackCommand())
                .addSubcommand("status", new WriteBackStatusCommand(host))
                .addSubcommand("retry", new WriteBackRetryCommand(host));
    }
}
