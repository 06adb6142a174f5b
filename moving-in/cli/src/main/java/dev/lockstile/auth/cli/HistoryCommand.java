package dev.lockstile.auth.cli;

import dev.lockstile.auth.schema.tools.SchemaDifferences;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What there is to ask of the history of two databases. */
@Command(name = "history", description = "Compares the history of databases.", mixinStandardHelpOptions = true)
final class HistoryCommand implements Callable<Integer> {

    /** The environment variable that may hold the other database's password, where no list of processes shows it. */
    static final String PASSWORD_VARIABLE = "LOCKSTILE_OTHER_PASSWORD";

    private final OpenedHost host;
    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    HistoryCommand(OpenedHost host, Map<String, String> environment) {
        this.host = host;
        this.environment = environment;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCodes.UNUSABLE;
    }

    @Command(
            name = "diff",
            description = "Tells where another database differs from the host's: what has run, and how the tables are."
                    + " Exits with 4 when they differ. Nothing is written to either.",
            mixinStandardHelpOptions = true)
    int diff(
            @Parameters(paramLabel = "URL", description = "JDBC address of the other database.") String url,
            @Option(
                            names = "--user",
                            paramLabel = "USER",
                            description = "Its user. Its password comes from " + PASSWORD_VARIABLE + ".")
                    @Nullable
                    String user) {
        OtherDatabase other = new OtherDatabase(url, user, environment.get(PASSWORD_VARIABLE));
        SchemaDifferences found = SchemaDifferences.between(host.get().schema().schema(), other);
        PrintWriter out = spec.commandLine().getOut();
        if (found.isEmpty()) {
            out.println("The two agree.");
            return ExitCodes.OK;
        }
        found.history().forEach(line -> out.println("history: " + line));
        found.tables().forEach(line -> out.println("tables: " + line));
        return ExitCodes.DIFFERENT;
    }
}
