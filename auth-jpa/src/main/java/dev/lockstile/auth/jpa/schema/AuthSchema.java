package dev.lockstile.auth.jpa.schema;

import dev.lockstile.auth.jpa.internal.liquibase.HostClasses;
import dev.lockstile.auth.jpa.internal.liquibase.Quiet;
import dev.lockstile.auth.jpa.schema.history.HistoryException;
import dev.lockstile.auth.jpa.schema.history.HistoryGuard;
import dev.lockstile.auth.jpa.schema.history.HistoryGuardBuilder;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.UpdateSummaryEnum;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LockException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.ResourceAccessor;

/**
 * Brings the tables of a database up to date by Liquibase, in silence: nothing on the standard output, nothing sent to
 * the vendor, warnings and errors through SLF4J. Several nodes may start at once: one waits for the other, by the lock
 * table of Liquibase and on PostgreSQL by an advisory lock as well, which makes the very first start safe too.
 *
 * <p>The change sets are additive and never edited once released; each has its way back.
 */
public final class AuthSchema {

    /** The changelog that creates all tables: the path a host's own changelog includes. It stays for good. */
    public static final String CHANGELOG = "dev/lockstile/auth/schema/auth-schema.xml";

    /** What the paths of our own change sets begin with. */
    private static final String OWN_PATHS = "dev/lockstile/auth/schema/";

    private final DataSource database;
    private final String changelog;
    private final Map<String, String> parameters;
    private final List<String> otherPaths;

    AuthSchema(DataSource database, String changelog, Map<String, String> parameters, List<String> otherPaths) {
        this.database = database;
        this.changelog = changelog;
        this.parameters = Map.copyOf(parameters);
        this.otherPaths = List.copyOf(otherPaths);
    }

    /** The schema of that database. Connections are taken for the time of a migration only. */
    public static AuthSchemaBuilder builder(DataSource database) {
        return new AuthSchemaBuilder(database);
    }

    /**
     * Runs the change sets that have not run yet, if history holds.
     *
     * @throws HistoryException when it does not; nothing was run then
     * @throws SchemaException when a change set fails or the database cannot be reached
     */
    public void migrate() {
        inSilence(true, liquibase -> liquibase.update(new Contexts()));
    }

    /**
     * Takes back the last change sets, of the host's changelog where there is one. Tables go with all that is in them.
     *
     * @param count how many, newest first
     * @throws SchemaException when a change set has no way back or fails
     */
    public void rollBack(int count) {
        inSilence(false, liquibase -> liquibase.rollback(count, ""));
    }

    private void inSilence(boolean guarded, Step step) {
        try (PatientConnection connection = PatientConnection.of(database)) {
            if (guarded) {
                guard().inspect(connection.connection()).orThrow();
            }
            Quiet.call(() -> {
                run(connection.connection(), step);
                return null;
            });
        } catch (HistoryException | SchemaException e) {
            throw e;
        } catch (LockException e) {
            throw new SchemaException("another process holds the lock of Liquibase: see DATABASECHANGELOGLOCK", e);
        } catch (SQLException e) {
            throw new SchemaException("the database cannot be reached", e);
        } catch (Exception e) {
            throw new SchemaException(
                    "the schema could not be brought up to date by " + changelog + ": " + cause(e), e);
        }
    }

    /** The guard of this schema's history; of our own rows only, where our changelog runs beside the host's. */
    public HistoryGuard guard() {
        HistoryGuardBuilder guard = HistoryGuard.builder(changelog).parameters(parameters);
        if (changelog.equals(CHANGELOG)) {
            guard.onlyRowsFrom(OWN_PATHS);
        }
        otherPaths.forEach(guard::allowRowsFrom);
        return guard.build();
    }

    private void run(Connection connection, Step step) throws Exception {
        ResourceAccessor files = new ClassLoaderResourceAccessor(HostClasses.loader());
        Database target =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        Liquibase liquibase = new Liquibase(changelog, files, target);
        parameters.forEach(liquibase::setChangeLogParameter);
        liquibase.setShowSummary(UpdateSummaryEnum.OFF);
        liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
        step.run(liquibase);
    }

    /** The innermost message, in one line. */
    private static String cause(Throwable failure) {
        Throwable at = failure;
        while (at.getCause() != null) {
            at = at.getCause();
        }
        String text = String.valueOf(at.getMessage());
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    @FunctionalInterface
    private interface Step {
        void run(Liquibase liquibase) throws Exception;
    }
}
