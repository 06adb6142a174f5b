package dev.lockstile.auth.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Copies the files that content names; does nothing by itself. */
@Command(
        name = "files",
        description =
                "Copies files, such as pictures and recordings, between folders and stores that speak S3. Keys come"
                        + " from AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION and AWS_ENDPOINT_URL_S3; a variable with"
                        + " FROM_ or TO_ before its name is that of one side.")
final class FilesCommand extends CommandGroup {

    private FilesCommand() {}

    static CommandLine of(Map<String, String> environment) {
        return new CommandLine(new FilesCommand())
                .addSubcommand("plan", FilesWork.of(environment, true))
                .addSubcommand("run", FilesWork.of(environment, false));
    }
}
