package dev.lockstile.auth.cli;

import dev.lockstile.auth.account.PhoneNormalization;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stored addresses, numbers and names. */
@Command(name = "identifiers", description = "Looks after stored identifiers.")
final class IdentifiersCommand extends CommandGroup {

    private IdentifiersCommand() {}

    static CommandLine of(OpenedHost host) {
        return new CommandLine(new IdentifiersCommand()).addSubcommand(new Normalise(host));
    }

    /** Old forms of numbers become those of today. */
    @Command(
            name = "normalise",
            description =
                    "Stores phone numbers of older numbering plans in the form of today: +521... of Mexico, Brazil without"
                            + " the ninth digit, eight digits of Cote d'Ivoire and others. Sign-in reads both, so it may run beside"
                            + " live use, and again after it was stopped. Exits with 1 when a number belongs to two accounts.",
            mixinStandardHelpOptions = true)
    static final class Normalise implements Callable<Integer> {

        private final OpenedHost host;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Option(names = "--dry-run", description = "Tell what would be done, and write nothing.")
        private boolean dryRun;

        Normalise(OpenedHost host) {
            this.host = host;
        }

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            PhoneNormalization.Report report = host.get()
                    .auth()
                    .phoneNormalization()
                    .run(dryRun, change -> {
                        if (change.outcome() == PhoneNormalization.Outcome.CONFLICT) {
                            out.println(
                                    "conflict: the number of user " + change.user()
                                            + " belongs to another account in its present form; merge the two, or change one number");
                        }
                    });
            out.println((dryRun ? "Dry run, nothing was written: " : "") + report.read() + " number(s) read, "
                    + report.changed() + (dryRun ? " to be" : "") + " stored in their present form, "
                    + report.conflicts() + " conflict(s).");
            return report.conflicts() == 0 ? ExitCodes.OK : ExitCodes.FAILED;
        }
    }
}
