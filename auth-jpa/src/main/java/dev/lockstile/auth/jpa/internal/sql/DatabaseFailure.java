package dev.lockstile.auth.jpa.internal.sql;

import dev.lockstile.auth.jpa.transaction.DatabaseRefusedException;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.StoreUnavailableException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/**
 * What a failure of the database means to callers. SQLStates are those of ISO 9075 and of PostgreSQL's appendix A;
 * numbers are the vendor codes of H2 and MariaDB, which share some states between different failures.
 */
public enum DatabaseFailure {
    /** Two transactions in each other's way: the same work may well succeed when it runs again. */
    COLLISION,
    /** No answer in time, or a database that takes no writes now: it is full, starting, or became a replica. */
    UNAVAILABLE,
    /** A unique key says no; which one decides whether it is {@link #KEY_TAKEN} or {@link #REFUSED}. */
    DUPLICATE,
    /** A key of the library's own belongs to another row. */
    KEY_TAKEN,
    REFUSED;

    private static final Set<String> COLLISIONS = Set.of("40001", "40P01", "55P03");
    private static final Set<Integer> COLLISION_CODES = Set.of(50200, 1205, 1213);
    private static final Set<String> OUTAGES =
            Set.of("57P01", "57P02", "57P03", "57P05", "57014", "25P03", "25P04", "25006");
    /** A prepared statement is gone or is another one: a pooler gave the transaction another backend. */
    private static final Set<String> OTHER_BACKEND = Set.of("26000", "42P05");

    private static final Set<Integer> OUTAGE_CODES =
            Set.of(90067, 90097, 90098, 90121, 57014, 1290, 1792, 1836, 1021, 1114);

    /** The kind of a failure; null when it is none of the database but of the work itself. */
    public static @Nullable DatabaseFailure of(Throwable failure) {
        if (!(failure instanceof PersistenceException)) {
            return null;
        }
        return ofAnyType(failure);
    }

    /**
     * The kind of a failure to begin or to commit, which a framework of the host may have dressed in a type of its own.
     */
    public static @Nullable DatabaseFailure ofAnyType(Throwable failure) {
        SQLException sql = sqlCause(failure);
        return sql == null ? null : of(sql);
    }

    private static DatabaseFailure of(SQLException e) {
        String state = e.getSQLState();
        if (e instanceof SQLTransientConnectionException
                || e instanceof SQLNonTransientConnectionException
                || e instanceof SQLTimeoutException
                || state == null) {
            return UNAVAILABLE; // a failure without a state comes from a pool or a driver, not from a database
        }
        if (COLLISIONS.contains(state) || COLLISION_CODES.contains(e.getErrorCode())) {
            return COLLISION;
        }
        if (state.startsWith("08")
                || state.startsWith("53")
                || OUTAGES.contains(state)
                || OTHER_BACKEND.contains(state)
                || OUTAGE_CODES.contains(e.getErrorCode())) {
            return UNAVAILABLE;
        }
        boolean unique = state.equals("23505") || (state.equals("23000") && e.getErrorCode() == 1062);
        return unique ? DUPLICATE : REFUSED;
    }

    /** The exception for the caller: the failure itself when it is the work's own. */
    public static RuntimeException translate(RuntimeException failure) {
        return translate(failure, of(failure));
    }

    /** The same for a failure whose kind is known. */
    public static RuntimeException translate(RuntimeException failure, @Nullable DatabaseFailure kind) {
        if (kind == null) {
            return failure;
        }
        return switch (kind) {
            case COLLISION ->
                new StoreUnavailableException("the database was too busy with the same rows", scrub(failure));
            case UNAVAILABLE -> new StoreUnavailableException(unavailable(failure), scrub(failure));
            case KEY_TAKEN -> new KeyTakenException(scrub(failure));
            case DUPLICATE, REFUSED -> {
                SQLException cause = scrub(failure);
                yield new DatabaseRefusedException("the database refused a statement: " + cause.getMessage(), cause);
            }
        };
    }

    /** Whether a pooler gave the work another backend, which does not know a prepared statement. */
    public static boolean isOtherBackend(Throwable failure) {
        SQLException cause = sqlCause(failure);
        return cause != null && OTHER_BACKEND.contains(String.valueOf(cause.getSQLState()));
    }

    private static String unavailable(RuntimeException failure) {
        return isOtherBackend(failure)
                ? "a pooler in transaction mode lost a prepared statement: set prepareThreshold=0 in the address of the"
                        + " database"
                : "the database did not answer";
    }

    /** State, code and constraint without the text of the database, which may quote the row (ASVS 16.2.5). */
    private static SQLException scrub(RuntimeException failure) {
        SQLException cause = sqlCause(failure);
        String state = cause == null ? null : cause.getSQLState();
        int code = cause == null ? 0 : cause.getErrorCode();
        String constraint =
                DUPLICATE == ofAnyType(failure) ? ViolatedKey.of(failure).name() : null;
        if (constraint == null && failure instanceof ConstraintViolationException e) {
            constraint = e.getConstraintName();
        }
        String text = "SQLState " + state + ", code " + code + (constraint == null ? "" : ", constraint " + constraint);
        SQLException clean = constraint == null
                ? new SQLException(text, state, code)
                : new SQLIntegrityConstraintViolationException(text, state, code);
        clean.setStackTrace(failure.getStackTrace());
        return clean;
    }

    private static @Nullable SQLException sqlCause(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
