package dev.lockstile.auth.schema;

import dev.lockstile.auth.schema.report.SchemaException;
import dev.lockstile.auth.schema.report.SchemaException.Failure;
import java.io.FileNotFoundException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liquibase.exception.LockException;
import liquibase.exception.RollbackImpossibleException;
import liquibase.exception.ValidationFailedException;
import org.jspecify.annotations.Nullable;

/** Turns what Liquibase and the drivers throw into one line that says what is wrong and what to do. */
final class SchemaTroubles {

    private static final Pattern CHANGE_SET = Pattern.compile("(?i)change ?set (\\S+::\\S+::[^:\\s]+)");
    private static final Pattern CLASS = Pattern.compile("ClassNotFoundException: ([\\w.$]+)");

    /** What the states of the databases mean; PostgreSQL, H2 and MariaDB. */
    private static final Map<String, Failure> STATES = Map.of(
            "42P01", Failure.TABLE_MISSING,
            "42S02", Failure.TABLE_MISSING,
            "42S04", Failure.TABLE_MISSING,
            "42P07", Failure.EXISTS_ALREADY,
            "42S01", Failure.EXISTS_ALREADY,
            "42701", Failure.EXISTS_ALREADY,
            "42S21", Failure.EXISTS_ALREADY,
            "42710", Failure.EXISTS_ALREADY,
            "55P03", Failure.TABLE_BUSY,
            "HYT00", Failure.TABLE_BUSY);

    private SchemaTroubles() {}

    static SchemaException explain(String changelog, Exception failure) {
        List<Throwable> chain = chain(failure);
        for (Throwable at : chain) {
            if (at instanceof SchemaException told) {
                return told;
            }
        }
        Failure why = why(chain);
        return new SchemaException(why, words(why, changelog, chain), failure);
    }

    private static Failure why(List<Throwable> chain) {
        for (Throwable at : chain) {
            Failure found = one(at);
            if (found != null) {
                return found;
            }
        }
        boolean onlySql = chain.get(0) instanceof SQLException;
        return onlySql ? Failure.UNREACHABLE : Failure.OTHER;
    }

    private static @Nullable Failure one(Throwable at) {
        if (at instanceof LockException) {
            return Failure.LOCKED;
        }
        if (at instanceof SQLTransientConnectionException) {
            return Failure.UNREACHABLE;
        }
        if (at instanceof ClassNotFoundException || CLASS.matcher(message(at)).find()) {
            return Failure.CLASS_MISSING;
        }
        if (at instanceof FileNotFoundException || message(at).contains("does not exist or has no")) {
            return Failure.FILE_MISSING;
        }
        if (at instanceof ValidationFailedException) {
            return message(at).contains("check sum") ? Failure.EDITED : duplicate(message(at));
        }
        if (at instanceof RollbackImpossibleException) {
            return Failure.NO_WAY_BACK;
        }
        return at instanceof SQLException sql ? STATES.get(String.valueOf(sql.getSQLState())) : null;
    }

    private static @Nullable Failure duplicate(String message) {
        return message.contains("duplicate identifiers") ? Failure.DUPLICATE : null;
    }

    private static String words(Failure why, String changelog, List<Throwable> chain) {
        String last = oneLine(chain.get(chain.size() - 1));
        String where = changeSet(chain);
        String precondition = Preconditions.failed(chain);
        if (precondition != null) {
            return (where.isEmpty() ? changelog + " " : where) + "was not run: a precondition does not hold: "
                    + precondition;
        }
        return switch (why) {
            case UNREACHABLE -> "the database cannot be reached (" + last + ")";
            case LOCKED ->
                "another process holds the lock of Liquibase: see DATABASECHANGELOGLOCK, and the command"
                        + " unlock if that process is dead";
            case TABLE_BUSY ->
                where + "waited too long for a table that is in use; what ran before stays, run it again";
            case CLASS_MISSING ->
                changelog + " names the class " + missingClass(chain) + ", which is not there; nothing was run. Keep a"
                        + " class of that name for good: a deprecated"
                        + " subclass of the one that took its place";
            case FILE_MISSING -> changelog + " needs a file that is not there: " + last;
            case EDITED ->
                "a change set that has run was edited: " + validation(chain)
                        + ". Put its old text back and write a new change set for the change";
            case DUPLICATE -> "two change sets have the same id, author and path: " + validation(chain);
            case TABLE_MISSING ->
                where + "needs a table that is not there: " + last
                        + ". Was it dropped by hand, or made by another history? See the command history diff";
            case EXISTS_ALREADY ->
                where + "adds what is there already: " + last
                        + ". Was it made by hand? Compare, then give the change set a precondition, or adopt the table";
            case NO_WAY_BACK -> where + "cannot be taken back: " + last;
            default -> "the schema could not be brought up to date by " + changelog + ": " + where + last;
        };
    }

    private static String missingClass(List<Throwable> chain) {
        for (Throwable at : chain) {
            Matcher named = CLASS.matcher(at.toString());
            if (named.find()) {
                return named.group(1);
            }
        }
        return "(unknown)";
    }

    /** The lines in which Liquibase names the change sets, put into one. */
    private static String validation(List<Throwable> chain) {
        List<String> named = new ArrayList<>();
        for (Throwable at : chain) {
            if (at instanceof ValidationFailedException) {
                message(at)
                        .lines()
                        .map(String::strip)
                        .filter(l -> l.contains("::"))
                        .forEach(named::add);
                break;
            }
        }
        return String.join("; ", named);
    }

    private static String changeSet(List<Throwable> chain) {
        for (Throwable at : chain) {
            Matcher named = CHANGE_SET.matcher(message(at));
            if (named.find()) {
                return named.group(1) + " ";
            }
        }
        return "";
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable at = failure; at != null && chain.size() < 30; at = at.getCause()) {
            chain.add(at);
        }
        return chain;
    }

    private static String message(Throwable at) {
        return String.valueOf(at.getMessage());
    }

    private static String oneLine(Throwable at) {
        String text = message(at);
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
