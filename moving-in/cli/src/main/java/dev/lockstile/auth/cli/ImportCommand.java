package dev.lockstile.auth.cli;

import dev.lockstile.auth.cli.ImportWork.Mode;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Moves the people of an old system in; does nothing by itself. */
@Command(
        name = "import",
        description = "Moves the people of an old system in: users, password hashes, profiles, devices and social"
                + " accounts. Look first (check, profile, plan), then run; run again as often as you like: what is here already"
                + " stays as it is.",
        footer = {
            "",
            "Exit codes: 0 done (rows in quarantine do not count), 1 failed on the way: resume goes on, 2 wrong usage or"
                    + " unusable source: nothing was written, 3 --strict and rows in quarantine, 5 check found something, or"
                    + " back status that the old system is behind."
        })
final class ImportCommand extends CommandGroup {

    private ImportCommand() {}

    static CommandLine of(OpenedHost host, Map<String, String> environment) {
        return new CommandLine(new ImportCommand())
                .addSubcommand(new ImportProfile(host, environment))
                .addSubcommand(new ImportCheck(host, environment))
                .addSubcommand("plan", ImportWork.of(host, environment, Mode.PLAN))
                .addSubcommand("run", ImportWork.of(host, environment, Mode.RUN))
                .addSubcommand("resume", ImportWork.of(host, environment, Mode.RESUME))
                .addSubcommand(new ImportVerify(host, environment))
                .addSubcommand(ContentCommand.of(host, environment))
                .addSubcommand(FilesCommand.of(environment))
                .addSubcommand(new ImportRollback(host))
                .addSubcommand(
                        "status",
                        described(new ImportRunsCommand(host, false), "Tells the latest runs and their counts."))
                .addSubcommand(
                        "report", described(new ImportRunsCommand(host, true), "Prints the report of a run as a page."))
                .addSubcommand("archive", withAnyId(new SourceRowsCommand(host)))
                .addSubcommand("write-back", WriteBackCommand.of(host));
    }

    /** A command of which there are several, each with words of its own. */
    static CommandLine described(Object command, String description) {
        CommandLine made = new CommandLine(command);
        made.getCommandSpec().usageMessage().description(description);
        return made;
    }
}
