package dev.lockstile.auth.cli;

import dev.lockstile.auth.factor.FactorAdministration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The commands over second factors. */
@Command(name = "factors", description = "Takes the second factors of somebody away who has lost them.")
final class FactorsCommand extends CommandGroup {

    private FactorsCommand() {}

    static CommandLine of(OpenedHost host) {
        return new CommandLine(new FactorsCommand()).addSubcommand(new Reset(host));
    }

    /** For operators of the server: it checks no right, and reaches superusers too. */
    @Command(
            name = "reset",
            description =
                    "Removes the second factors of an account and ends its sessions; the owner is told, and nobody is"
                            + " signed in.",
            mixinStandardHelpOptions = true)
    static final class Reset implements Callable<Integer> {

        private final OpenedHost host;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(paramLabel = "LOGIN", description = "E-mail address, phone number or user name.")
        private String login = "";

        @Option(
                names = "--reason",
                required = true,
                paramLabel = "REFERENCE",
                description = "For the audit, such as the number of a ticket.")
        private String reason = "";

        @Option(names = "--cancel", description = "Calls a reset off that waits.")
        private boolean cancel;

        Reset(OpenedHost host) {
            this.host = host;
        }

        @Override
        public Integer call() {
            return cancel ? cancel() : reset(host.get().factors().reset(login, reason));
        }

        private int reset(FactorAdministration.Reset result) {
            return switch (result) {
                case DONE -> done("The second factors are removed, and the sessions ended.");
                case WAITING ->
                    done("Nothing is removed yet: the owner was told, and a sign-in with a factor calls it off."
                            + " Give the same command again when the waiting time is over.");
                default -> failed("nobody goes by that name");
            };
        }

        private int cancel() {
            return host.get().factors().cancel(login, reason)
                    ? done("The reset is called off.")
                    : failed("no reset of that account waits");
        }

        private int done(String text) {
            spec.commandLine().getOut().println(text);
            return ExitCodes.OK;
        }

        private int failed(String text) {
            spec.commandLine().getErr().println("factors reset: " + text);
            return ExitCodes.FAILED;
        }
    }
}
