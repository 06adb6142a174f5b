package dev.lockstile.auth.schema;

import dev.lockstile.auth.schema.changelog.ChangelogSibling;
import dev.lockstile.auth.schema.changelog.HostClasses;
import dev.lockstile.auth.schema.changelog.ParsedChangelog;
import dev.lockstile.auth.schema.history.HistoryException;
import dev.lockstile.auth.schema.history.HistoryGuard;
import dev.lockstile.auth.schema.history.HistoryGuardBuilder;
import dev.lockstile.auth.schema.history.HistoryLock;
import dev.lockstile.auth.schema.internal.liquibase.CurrentSchema;
import dev.lockstile.auth.schema.internal.liquibase.LiquibaseLogging;
import dev.lockstile.auth.schema.internal.resume.HistoryCommit;
import dev.lockstile.auth.schema.report.Finding;
import dev.lockstile.auth.schema.report.SchemaException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.changelog.FastCheckService;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.ResourceAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Liquibase without its noise: no call home, nothing on the standard output, its log through SLF4J, its failures as
 * {@link SchemaException} of one line.
 */
record LiquibaseRunner(
        DataSource database,
        String changelog,
        Map<String, String> parameters,
        LockWaits patience,
        List<String> otherPaths,
        @Nullable Path sources,
        TableSelection tables) {

    /** What the paths of our own change sets begin with. */
    private static final String OWN_PATHS = "dev/lockstile/auth/schema/";

    LiquibaseRunner on(DataSource other) {
        return new LiquibaseRunner(other, changelog, parameters, patience, otherPaths, sources, tables);
    }

    /** Another changelog on the same database. */
    LiquibaseRunner of(String other) {
        return new LiquibaseRunner(database, other, parameters, patience, otherPaths, sources, tables);
    }

    /** Files below that folder of the source tree come before those of the class path. */
    LiquibaseRunner readingFirst(Path folder) {
        return new LiquibaseRunner(database, changelog, parameters, patience, otherPaths, folder, tables);
    }

    LiquibaseRunner withLockTimeout(Duration timeout) {
        return new LiquibaseRunner(
                database, changelog, parameters, new LockWaits(patience.turn(), timeout), otherPaths, sources, tables);
    }

    /** Runs what brings the schema forward, when it is this process's turn and history holds. */
    void guarded(Deed deed) {
        inTurn(connection -> guarded(connection, guard(), deed));
    }

    /** The same, but nothing where nothing was left to run and all is as it was then. */
    void whereOutOfDate(Deed deed) {
        inTurn(connection -> {
            UpToDateRow upToDate = upToDate(connection);
            if (!upToDate.stands()) {
                Liquibase liquibase = guarded(connection, upToDate.guard(), deed);
                if (liquibase
                        .listUnrunChangeSets(new Contexts(), new LabelExpression())
                        .isEmpty()) {
                    upToDate.write();
                }
            }
        });
    }

    /** Runs what else writes, when it is this process's turn. */
    void alone(Deed deed) {
        inTurn(connection -> run(connection, turn(connection), false, deed));
    }

    private void inTurn(OnConnection work) {
        Boolean done = inSilence(() -> {
            try (MigrationConnection migrating = MigrationConnection.of(database, patience);
                    LentConnection lent = new LentConnection(migrating.connection())) {
                CurrentSchema.requireFolded(lent.connection());
                work.run(lent.connection());
                return true;
            }
        });
        assert done;
    }

    private Liquibase guarded(Connection connection, HistoryGuard guard, Deed deed) throws Exception {
        ReservedNames.refuse(connection, parameters);
        Liquibase liquibase = guard.aroundWait(connection, () -> turn(connection));
        BaselineTables.require(connection, liquibase);
        HalfBuiltIndexes.drop(connection, liquibase);
        run(connection, liquibase, true, deed);
        return liquibase;
    }

    private static void run(Connection connection, Liquibase liquibase, boolean forward, Deed deed) throws Exception {
        try (LiquibaseLock held = LiquibaseLock.take(liquibase, connection, forward)) {
            if (forward) {
                held.resume(liquibase);
            }
            deed.run(liquibase);
        }
    }

    /** Whether nothing is left to run, by what an earlier run has written of it. */
    boolean isUpToDate() {
        return inSilence(() -> {
            try (Connection connection = database.getConnection();
                    LentConnection lent = new LentConnection(connection)) {
                return upToDate(lent.connection()).stands();
            }
        });
    }

    private UpToDateRow upToDate(Connection connection) {
        String selected = new TreeSet<>(tables.wanted()) + " " + tables.sequences();
        String settings = String.join("\u0000", CodeVersion.told(), changelog, selected, otherPaths.toString());
        return new UpToDateRow(connection, guard(), settings);
    }

    /** Liquibase, once no other process migrates; the one waited for may have left another history. */
    private Liquibase turn(Connection connection) throws Exception {
        Liquibase liquibase = open(connection);
        LockQueue.await(liquibase, connection, patience.turn());
        // Liquibase remembers per process that a database was up to date, and a way back since then escapes it
        Scope.getCurrentScope().getSingleton(FastCheckService.class).clearCache();
        tables.apply(liquibase, connection);
        return liquibase;
    }

    /** Runs what only reads: on a connection as the pool gives it, without waiting. */
    <T> T read(Step<T> step) {
        return inSilence(() -> {
            try (Connection connection = database.getConnection();
                    LentConnection lent = new LentConnection(connection)) {
                CurrentSchema.requireFolded(connection);
                boolean auto = connection.getAutoCommit();
                try {
                    Liquibase liquibase = open(lent.connection());
                    tables.apply(liquibase, lent.connection());
                    return step.run(liquibase);
                } finally {
                    connection.rollback();
                    connection.setAutoCommit(auto);
                }
            }
        });
    }

    private <T> T inSilence(Scope.ScopedRunnerWithReturn<T> work) {
        try {
            return LiquibaseLogging.call(parameters, work);
        } catch (HistoryException e) {
            throw e;
        } catch (Exception e) {
            throw withEveryClass(SchemaTroubles.explain(changelog, e));
        }
    }

    /** Liquibase stops at the first class that is missing; the guard reads the files and names all. */
    private SchemaException withEveryClass(SchemaException told) {
        if (told.why() != SchemaException.Failure.CLASS_MISSING) {
            return told;
        }
        List<Finding> missing = guard().inspect().findings().stream()
                .filter(finding -> finding.id().equals("HG-01") || finding.id().equals("HG-02"))
                .toList();
        return missing.isEmpty()
                ? told
                : new SchemaException(
                        told.why(), String.valueOf(new HistoryException(missing).getMessage()), told.getCause());
    }

    private Liquibase open(Connection connection) throws Exception {
        Database target = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(HistoryCommit.of(connection));
        Liquibase liquibase = new Liquibase(changelog, files(), target);
        parameters.forEach(liquibase::setChangeLogParameter);
        liquibase.setShowSummary(UpdateSummaryEnum.OFF);
        liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
        return liquibase;
    }

    /**
     * The guard of this schema's history; of our own rows only, where our changelog runs beside the host's. A
     * {@code history.lock} beside the changelog counts.
     */
    HistoryGuard guard() {
        HistoryGuardBuilder guard =
                HistoryGuard.builder(changelog).parameters(parameters).files(files());
        if (changelog.equals(AuthSchema.CHANGELOG)) {
            guard.onlyRowsFrom(OWN_PATHS);
        }
        otherPaths.forEach(guard::allowRowsFrom);
        // what we released ourselves is compared when the library is built
        HistoryLock released = changelog.startsWith(OWN_PATHS)
                ? null
                : new ChangelogSibling(changelog, files()).read("history.lock", HistoryLock::read);
        return (released == null ? guard : guard.lock(released)).build();
    }

    ParsedChangelog parsed() {
        return new ParsedChangelog(changelog, files(), parameters, HostClasses.loader());
    }

    Optional<Duration> lockTimeout() {
        return Optional.ofNullable(patience.lock());
    }

    private ResourceAccessor files() {
        return sources == null
                ? new ClassLoaderResourceAccessor(HostClasses.loader())
                : new SourceTreeAccessor(HostClasses.loader(), sources);
    }

    @FunctionalInterface
    interface Deed {
        void run(Liquibase liquibase) throws Exception;
    }

    @FunctionalInterface
    private interface OnConnection {
        void run(Connection connection) throws Exception;
    }

    @FunctionalInterface
    interface Step<T> {
        T run(Liquibase liquibase) throws Exception;
    }
}
