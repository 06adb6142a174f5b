package dev.lockstile.examples.quickstart;

import dev.lockstile.auth.cli.ManageCommands;
import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.test.guide.GuideStep;
import dev.lockstile.test.guide.GuideText;
import dev.lockstile.test.guide.ShellWords;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Does what a guide says, on the quickstart's own command line: in a folder, with an old database in the place of the
 * one that the guides name. Commands of an application on Spring Boot are left to its own test. {@code $RUN} is the
 * latest run in what {@code import status} told that is not taken back.
 */
final class GuideReader implements AutoCloseable {

    private static final String NAMED = "jdbc:postgresql://localhost/old";
    private static final String SERVED = "http://localhost:8080";
    private static final Pattern FILE =
            Pattern.compile("[\\w.-]+\\.(json|jsonl|csv|dump|txt)(\\.gz)?|backups|media(-copy)?");

    private final Map<String, String> environment;
    private final Path folder;
    private final OldHome old;
    private final Map<String, String> variables = new TreeMap<>();
    private @Nullable Application served;

    GuideReader(Map<String, String> environment, Path folder, OldHome old) {
        this.environment = environment;
        this.folder = folder;
        this.old = old;
    }

    /**
     * The old database.
     *
     * @param url its address, with an owner who may do everything
     * @param reader the user that the guides call {@code reader}; the server is shared by all tests
     */
    record OldHome(String url, String reader) {

        static final OldHome NONE = new OldHome("", "reader");

        String withoutUser() {
            return url.replaceFirst("\\?.*", "");
        }
    }

    /** All steps in their order, up to the first that does not end as the guide says. */
    void follow(List<GuideStep> steps) {
        steps.forEach(this::follow);
    }

    private void follow(GuideStep step) {
        if (step instanceof GuideStep.Command command) {
            if (!command.line().startsWith(GuideText.APPLICATION)) {
                run(command);
            }
        } else if (step instanceof GuideStep.Server server && server.line().equals(GuideText.QUICKSTART)) {
            served = Application.start(QuickstartSettings.from(environment));
        } else if (step instanceof GuideStep.Sql sql) {
            run(sql);
        } else if (step instanceof GuideStep.File file) {
            make(file);
        } // what is done elsewhere is listed by the test, which has put its outcome in place
    }

    private void run(GuideStep.Command command) {
        List<String> words = new ArrayList<>(ShellWords.split(command.line(), variables));
        List<String> arguments = words.subList(1, words.size());
        arguments.replaceAll(this::here);
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        ManageCommands commands = Quickstart.commands(() -> new ManagedQuickstart(
                QuickstartSettings.from(environment), Application.passwords().withCost(Argon2Cost.cheapForTests())));
        commands.commandLine().setOut(out).setErr(out);
        int code = commands.run(arguments.toArray(String[]::new));
        if (code != command.exit()) {
            throw new AssertionError(command.place() + ": exits with " + code + " and not with " + command.exit() + "\n"
                    + command.line() + "\n" + said);
        }
        if (arguments.equals(List.of("import", "status"))) {
            said.toString()
                    .lines()
                    .filter(line -> !line.startsWith(" ") && !line.contains("  rolled_back  "))
                    .findFirst()
                    .ifPresent(line -> variables.put("RUN", line.split("\\s+", 2)[0]));
        }
    }

    private void make(GuideStep.File file) {
        try {
            Files.writeString(folder.resolve(file.name()), file.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A word of the guide as it is called here. */
    private String here(String word) {
        if (word.equals(NAMED)) {
            return old.withoutUser();
        }
        if (word.equals("reader")) {
            return old.reader();
        }
        if (word.equals(SERVED) && served != null) {
            return "http://localhost:" + served.port();
        }
        int name = word.indexOf('=') + 1;
        return FILE.matcher(word.substring(name)).matches()
                ? word.substring(0, name) + folder.resolve(word.substring(name))
                : word;
    }

    @Override
    public void close() {
        if (served != null) {
            served.close();
        }
    }

    /** One number of the quickstart's database. */
    long count(String query) {
        try (Connection connection = ours();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }

    private Connection ours() throws SQLException {
        QuickstartSettings.Database ours = QuickstartSettings.from(environment).database();
        return DriverManager.getConnection(ours.url(), user(ours), ours.password());
    }

    private void run(GuideStep.Sql sql) {
        try (Connection connection = sql.old() ? DriverManager.getConnection(old.url()) : ours();
                Statement statement = connection.createStatement()) {
            for (String one :
                    sql.text().replaceAll("\\breader\\b", old.reader()).split(";")) {
                if (!one.isBlank()) {
                    statement.execute(one);
                }
            }
        } catch (SQLException e) {
            throw new AssertionError(sql.place() + ": " + e.getMessage(), e);
        }
    }

    /** An address of PostgreSQL names its user itself. */
    private static String user(QuickstartSettings.Database ours) {
        return ours.user().isEmpty() ? "postgres" : ours.user();
    }
}
