package dev.lockstile.auth.cli;

import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Makes the first superuser. The password comes from the environment or the terminal, never from the command line,
 * which other users of the machine can read and a shell writes down.
 */
@Command(
        name = "create-superuser",
        description =
                "Makes the first superuser; refused while there is one. The password is asked for, or taken from the"
                        + " environment variable " + CreateSuperuserCommand.PASSWORD_VARIABLE + ".",
        mixinStandardHelpOptions = true)
final class CreateSuperuserCommand implements Callable<Integer> {

    /** The environment variable that may hold the password. */
    static final String PASSWORD_VARIABLE = "LOCKSTILE_SUPERUSER_PASSWORD";

    private final OpenedHost host;
    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--email", required = true, paramLabel = "EMAIL", description = "The address to sign in with.")
    private String email = "";

    CreateSuperuserCommand(OpenedHost host, Map<String, String> environment) {
        this.host = host;
        this.environment = environment;
    }

    @Override
    public Integer call() {
        String given = environment.get(PASSWORD_VARIABLE);
        Secret password =
                given == null ? asked(new TypedPassword(System.console(), PASSWORD_VARIABLE)) : Secret.of(given);
        NewAdmin admin = new NewAdmin(email, password, NewAdmin.Rank.SUPERUSER);
        Outcome<UserInfo> result = host.get().admin().createFirstSuperuser(admin);
        if (result instanceof Outcome.Refused<UserInfo> refused) {
            if (refused.why() == Refusal.INVALID_INPUT) {
                throw new IllegalArgumentException("not made: " + Failures.words(refused.problems()));
            }
            spec.commandLine().getErr().println("create-superuser: " + why(refused.why()));
            return ExitCodes.FAILED;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("The superuser " + result.orElseThrow().id() + " is made.");
        return ExitCodes.OK;
    }

    private static String why(Refusal why) {
        return switch (why) {
            case FORBIDDEN -> "there is a superuser already, or the application refuses this one";
            case EMAIL_TAKEN -> "the address belongs to an account already";
            default -> "not now; run the command again in a minute";
        };
    }

    private static Secret asked(TypedPassword typed) {
        Secret first = typed.read("Password: ");
        if (!first.equals(typed.read("Once more: "))) {
            throw new IllegalArgumentException("the two passwords differ");
        }
        return first;
    }
}
