package dev.lockstile.auth.cli;

import dev.lockstile.auth.secret.Secret;
import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Walks through the critical endpoints of a running application. */
@Command(
        name = "smoke",
        description =
                "Tries a running application over HTTP: registers a person, signs in, code, reset, me, a list of the administration,"
                        + " refresh, logout, and deletes the person. Tells each step that failed and why. Opens no database. Codes are read"
                        + " in the development inbox, or asked for on the terminal (--email). Exits with 1 when a step failed.",
        mixinStandardHelpOptions = true)
final class SmokeCommand implements Callable<Integer> {

    /** The environment variable that may hold the password of {@code --login}. */
    static final String PASSWORD_VARIABLE = "LOCKSTILE_SMOKE_PASSWORD";

    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--base",
            required = true,
            paramLabel = "URL",
            description =
                    "Where the endpoints are, such as https://acme.example; /auth is added where no path is given."
                            + " https, unless it is this machine.")
    private String base = "";

    @Option(
            names = "--email",
            paramLabel = "EMAIL",
            description = "Register this address, whose mailbox you read; its codes are asked for on the terminal.")
    private @Nullable String email;

    @Option(
            names = "--login",
            paramLabel = "NAME",
            description =
                    "Sign in this person instead of a new one, for the administration one of the staff; nothing of the person is changed. The password is asked"
                            + " for, or taken from the environment variable " + PASSWORD_VARIABLE + ".")
    private @Nullable String login;

    @Option(
            names = "--inbox",
            paramLabel = "URL",
            description = "The development inbox, where it is not /dev/messages on this machine.")
    private @Nullable String inbox;

    @Option(names = "--no-send", description = "Leave out each step that sends a mail or an SMS.")
    private boolean noSend;

    @Option(
            names = "--field",
            paramLabel = "NAME=VALUE",
            description = "A field of the registration that this application requires; may be repeated.")
    private Map<String, String> fields = new TreeMap<>();

    SmokeCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (login != null && email != null) {
            throw new IllegalArgumentException("--login and --email exclude each other");
        }
        SmokeAddress address = SmokeAddress.of("--base", base);
        SmokeClient client = new SmokeClient(address.endpoints());
        SmokeMessages messages = noSend ? null : messages(client, address);
        if (messages != null && login == null && email == null && !messages.hasInbox()) {
            throw new IllegalArgumentException(
                    "the codes of a new person can be read nowhere, since there is no development"
                            + " inbox: name a mailbox that you read with --email, or say --no-send");
        }
        SmokeReport report = new SmokeReport(spec.commandLine().getOut());
        spec.commandLine().getOut().println("smoke: " + address.endpoints());
        String unread = noSend ? "it sends a message, and --no-send was said" : "the code can be read nowhere";
        new SmokeRun(client, report, person(), messages, unread).run();
        spec.commandLine().getOut().println(report.hasFailed() ? "A step failed." : "All steps that ran passed.");
        return report.hasFailed() ? ExitCodes.FAILED : ExitCodes.OK;
    }

    private @Nullable SmokeMessages messages(SmokeClient client, SmokeAddress address) throws InterruptedException {
        URI place = inbox != null
                ? SmokeAddress.parsed("--inbox", inbox)
                : email == null && address.isLoopback() ? address.inbox() : null;
        SmokeMessages found = SmokeMessages.of(client, place, SmokeCommand::asked);
        boolean readable = found.hasInbox() || email != null || System.console() != null;
        return readable || login == null ? found : null;
    }

    private SmokePerson person() {
        if (login != null) {
            String given = environment.get(PASSWORD_VARIABLE);
            TypedPassword typed = new TypedPassword(System.console(), PASSWORD_VARIABLE);
            return SmokePerson.existing(login, given == null ? typed.read("Password: ") : Secret.of(given));
        }
        return email == null ? SmokePerson.throwAway(fields) : SmokePerson.throwAway(email, fields);
    }

    /** A line from the terminal, or from a script that pipes the codes. */
    private static @Nullable String asked(String question) {
        Console console = System.console();
        if (console != null) {
            return console.readLine("%s", question);
        }
        try {
            return PipedLine.read(System.in);
        } catch (IOException e) {
            throw new UncheckedIOException("the code could not be read", e);
        }
    }
}
