package dev.lockstile.auth.cli;

import dev.lockstile.auth.cli.ContentWork.Mode;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Copies rows of the host's own tables; does nothing by itself. */
@Command(
        name = "content",
        description = "Copies what belongs to the people who moved in, such as posts and friends, into tables of the"
                + " application. People first, then content. Runs are told by import status and taken back by import"
                + " rollback.")
final class ContentCommand extends CommandGroup {

    private ContentCommand() {}

    static CommandLine of(OpenedHost host, Map<String, String> environment) {
        return new CommandLine(new ContentCommand())
                .addSubcommand("plan", ContentWork.of(host, environment, Mode.PLAN))
                .addSubcommand("run", ContentWork.of(host, environment, Mode.RUN))
                .addSubcommand("resume", ContentWork.of(host, environment, Mode.RESUME))
                .addSubcommand("verify", ContentVerify.of(host, environment));
    }
}
