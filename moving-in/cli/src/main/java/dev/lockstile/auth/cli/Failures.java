package dev.lockstile.auth.cli;

import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.schema.report.SchemaException;
import dev.lockstile.auth.store.StoreUnavailableException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells a failure in one line and turns it into an exit code. */
final class Failures implements IExecutionExceptionHandler {

    /** {@code DATABASE_ALREADY_OPEN_1} of H2. */
    private static final int H2_IN_USE = 90020;
    /** The class of SQLSTATE for connections. */
    private static final String NO_CONNECTION = "08";

    @Override
    public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
        line.getErr().println(name(line) + ": " + words(e));
        line.getErr().flush();
        boolean unusable = e instanceof SourceUnusableException
                || e instanceof Ledger.MissingException
                || e instanceof IllegalArgumentException;
        if (e instanceof SchemaException schema && schema.why() == SchemaException.Failure.NO_TAG) {
            return ExitCodes.UNUSABLE;
        }
        return unusable ? ExitCodes.UNUSABLE : ExitCodes.FAILED;
    }

    /** The first line of a message; a word for it where there is none. */
    static String firstLine(@Nullable String message) {
        return message == null
                ? "no reason was given"
                : message.lines().findFirst().orElse("");
    }

    /** The command as it was called, without the name of the whole. */
    static String name(CommandLine line) {
        String all = line.getCommandSpec().qualifiedName(" ");
        return all.substring(all.indexOf(' ') + 1);
    }

    /** What is wrong with the fields of a request, in one line. */
    static String words(List<FieldProblem> problems) {
        return problems.stream()
                .map(problem -> problem.field() + " is " + problem.code().replace('_', ' '))
                .collect(Collectors.joining(", "));
    }

    /** A failure in one line. */
    static String words(Exception e) {
        if (e instanceof StoreUnavailableException) {
            return "the application's database is not available (" + e.getMessage() + "); run the command again later";
        }
        AuthSetupException setup = Causes.first(e, AuthSetupException.class).orElse(null);
        if (setup != null) {
            return String.valueOf(setup.getMessage());
        }
        SQLException database = Causes.first(e, SQLException.class).orElse(null);
        if (database != null && database.getErrorCode() == H2_IN_USE) {
            return "the database file of H2 is in use by another process, such as the application that serves: stop it first,"
                    + " or run both on a database server such as PostgreSQL";
        }
        String message = String.valueOf(e.getMessage());
        if (e.getClass().getName().startsWith("dev.lockstile.") || e instanceof IllegalArgumentException) {
            return message;
        }
        return database != null && String.valueOf(database.getSQLState()).startsWith(NO_CONNECTION)
                ? "the application's database cannot be reached: " + firstLine(database.getMessage())
                : e.getClass().getSimpleName() + ": " + message;
    }
}
