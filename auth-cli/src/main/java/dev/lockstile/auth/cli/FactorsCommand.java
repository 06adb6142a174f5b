package dev.lockstile.auth.cli;

import dev.lockstile.auth.factor.FactorReset;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The commands over second factors. */
@Command(
        name = "factors",
        description = "Takes the second factors of somebody away who has lost them.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class FactorsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private FactorsCommand() {}

    static CommandLine of(OpenedHost host) {
        return new CommandLine(new FactorsCommand()).addSubcommand(new Reset(host));
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCodes.UNUSABLE;
    }

    /** For whoever runs the server: it asks nobody for a right, and reaches superusers too. */
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

        Reset(OpenedHost host) {
            this.host = host;
        }

        @Override
        public Integer call() {
            if (host.get().factors().reset(login, reason) == FactorReset.DONE) {
                spec.commandLine().getOut().println("The second factors are removed, and the sessions ended.");
                return ExitCodes.OK;
            }
            spec.commandLine().getErr().println("factors reset: nobody goes by that name");
            return ExitCodes.FAILED;
        }
    }
}
