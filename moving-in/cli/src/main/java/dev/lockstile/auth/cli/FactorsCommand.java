package dev.lockstile.auth.cli;

import dev.lockstile.auth.factor.FactorAdministration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands over second factors. */
@Command(name = "factors", description = "Removes the second factors of an account whose owner has lost them.")
final class FactorsCommand extends CommandGroup {

    private FactorsCommand() {}

    static CommandLine of(OpenedHost host) {
        return new CommandLine(new FactorsCommand()).addSubcommand(new Reset(host));
    }

    /** For operators of the server: it checks no right, and reaches superusers too. */
    @Command(
            name = "reset",
            description =
                    "Removes the second factors of an account and ends its sessions; the owner is notified, and no"
                            + " session is opened.",
            mixinStandardHelpOptions = true)
    static final class Reset extends AnsweringCommand {

        @Parameters(paramLabel = "LOGIN", description = "E-mail address, phone number or user name.")
        private String login = "";

        @Mixin
        private final ReasonOption reason = new ReasonOption();

        @Option(names = "--cancel", description = "Calls a reset off that waits.")
        private boolean cancel;

        Reset(OpenedHost host) {
            super(host);
        }

        @Override
        public Integer call() {
            return cancel ? cancel() : reset(host().get().factors().reset(login, reason.text()));
        }

        private int reset(FactorAdministration.Reset result) {
            return switch (result) {
                case DONE -> done("The second factors are removed, and the sessions ended.");
                case WAITING ->
                    done("Nothing is removed yet: the owner was told, and a sign-in with a factor calls it off."
                            + " Give the same command again when the waiting time is over.");
                default -> failed("no account has that name");
            };
        }

        private int cancel() {
            return host().get().factors().cancel(login, reason.text())
                    ? done("The reset is called off.")
                    : failed("no reset of that account waits");
        }
    }
}
