package dev.lockstile.auth.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

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
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCodes.UNUSABLE;
    }
}
