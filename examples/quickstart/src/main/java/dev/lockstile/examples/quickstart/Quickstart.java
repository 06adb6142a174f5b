package dev.lockstile.examples.quickstart;

import dev.lockstile.auth.cli.ExitCodes;
import dev.lockstile.auth.cli.ManageCommands;
import dev.lockstile.auth.cli.ManagedHost;
import java.util.Map;
import java.util.function.Supplier;

/** The way in: {@code serve}, which is the default, and the manage commands. */
public final class Quickstart {

    private Quickstart() {}

    /** Runs one command and leaves with its exit code. */
    public static void main(String[] arguments) {
        String[] line = arguments.length == 0 ? new String[] {"serve"} : arguments;
        System.exit(commands(System.getenv()).run(line));
    }

    /** All commands, on the database that the environment names. */
    static ManageCommands commands(Map<String, String> environment) {
        return commands(() -> new ManagedQuickstart(QuickstartSettings.from(environment)));
    }

    static ManageCommands commands(Supplier<ManagedHost> host) {
        return ManageCommands.of(host)
                .with("serve", "Serves the application; what ./quickstart does without a command.", Quickstart::serve);
    }

    private static int serve() {
        Application application = Application.start(QuickstartSettings.from(System.getenv()));
        Runtime.getRuntime().addShutdownHook(new Thread(application::close, "quickstart-stop"));
        System.err.println("Lockstile quickstart serves on http://localhost:" + application.port());
        application.join();
        return ExitCodes.OK;
    }
}
