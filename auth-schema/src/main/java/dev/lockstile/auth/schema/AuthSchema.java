package dev.lockstile.auth.schema;

import dev.lockstile.auth.schema.changelog.Baseline;
import dev.lockstile.auth.schema.changelog.ParsedChangelog;
import dev.lockstile.auth.schema.history.HistoryGuard;
import dev.lockstile.auth.schema.internal.trigger.FiringTriggers;
import dev.lockstile.auth.schema.report.SchemaException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the tables of a database up to date by Liquibase, in silence: nothing on the standard output, nothing sent to
 * the vendor, warnings and errors through SLF4J. Several nodes may start at once: one waits for the other, by the lock
 * table of Liquibase and on PostgreSQL by an advisory lock as well, which makes the very first start safe too.
 *
 * <p>The change sets are additive and never edited once released; each has its way back. Every verb throws
 * {@link SchemaException}, whose {@link SchemaException#why()} tells the failures apart and whose message says in one
 * line what to do.
 */
public final class AuthSchema {

    /** The changelog that creates all tables: the path a host's own changelog includes. It stays for good. */
    public static final String CHANGELOG = "dev/lockstile/auth/schema/auth-schema.xml";

    /** The changelog of the tables that the store keeps for itself; an adopting host includes it, and not the whole. */
    public static final String OWN_TABLES = "dev/lockstile/auth/schema/auth-own-tables.xml";

    private static final Logger LOG = LoggerFactory.getLogger(AuthSchema.class);

    private static final Contexts ALL = new Contexts();
    private static final LabelExpression ANY = new LabelExpression();

    private final LiquibaseRunner liquibase;

    AuthSchema(LiquibaseRunner liquibase) {
        this.liquibase = liquibase;
    }

    /**
     * {@return a builder for the schema of a database}
     *
     * @param database connections are taken for the time of a call only
     */
    public static AuthSchemaBuilder builder(DataSource database) {
        return new AuthSchemaBuilder(database);
    }

    /**
     * {@return the same changelog with the same parameters on another database}
     *
     * @param other the other database
     */
    public AuthSchema on(DataSource other) {
        return new AuthSchema(liquibase.on(other));
    }

    /**
     * {@return the same, reading files below that folder of a source tree before those of the class path}
     *
     * @param resources the root of the source tree's resources
     */
    public AuthSchema readingFirst(Path resources) {
        return new AuthSchema(liquibase.readingFirst(resources));
    }

    /**
     * {@return the same, with another {@link AuthSchemaBuilder#lockTimeout}}
     *
     * @param timeout above zero
     */
    public AuthSchema withLockTimeout(Duration timeout) {
        return new AuthSchema(liquibase.withLockTimeout(timeout));
    }

    /** {@return the path of the changelog that is run: the host's, or {@link #CHANGELOG}} */
    public String changelog() {
        return liquibase.changelog();
    }

    /** {@return the database} */
    public DataSource database() {
        return liquibase.database();
    }

    /**
     * Runs the change sets that have not run yet. Each commits on its own, so that one that fails, or a process that is
     * killed, leaves what ran before in place, and the next run goes on from there. A statement that does not get its
     * table within the {@link AuthSchemaBuilder#lockTimeout} is tried again a few times. Where nothing is left to run,
     * a digest of all that decides about it is kept in the database, and while it stays the same the changelog is not
     * read by Liquibase.
     *
     * @throws dev.lockstile.auth.schema.history.HistoryException when history does not hold; nothing was run then
     * @throws SchemaException when a change set fails or the database cannot be reached
     */
    public void migrate() {
        LockRetry.run(() -> liquibase.whereOutOfDate(run -> {
            Sequence.check(run);
            announce(run);
            run.update(ALL, ANY);
        }));
    }

    /**
     * Runs the change sets that have not run yet, up to a {@code tagDatabase} of the changelog.
     *
     * @param tag of a {@code tagDatabase} in the changelog
     * @throws SchemaException as {@link #migrate()}, and when the changelog has no such tag
     */
    public void migrateTo(String tag) {
        LockRetry.run(() -> liquibase.guarded(run -> {
            Sequence.check(run);
            Tags.requireInChangelog(run, tag);
            announce(run);
            run.update(tag, ALL, ANY);
        }));
    }

    private static void announce(Liquibase run) throws LiquibaseException, SQLException {
        FiringTriggers.of(connection(run), run).forEach(LOG::warn);
    }

    /** {@return the guard of this schema's history, which {@link #migrate()} asks before the first statement} */
    public HistoryGuard guard() {
        return liquibase.guard();
    }

    /** {@return the changelog with the files and parameters that it is run with, for the schema tools} */
    public ParsedChangelog parsed() {
        return liquibase.parsed();
    }

    /** {@return the {@link AuthSchemaBuilder#lockTimeout}, empty where the pool's connections say it} */
    public Optional<Duration> lockTimeout() {
        return liquibase.lockTimeout();
    }

    /**
     * {@return the triggers of other applications that fire when {@link #migrate()} fills columns, a sentence each,
     * with the statement that avoids it where the database has one} {@link #migrate()} logs them before it runs
     * anything.
     */
    public List<String> firingTriggers() {
        return liquibase.read(run -> FiringTriggers.of(connection(run), run));
    }

    private static Connection connection(Liquibase run) {
        return ((JdbcConnection) run.getDatabase().getConnection()).getUnderlyingConnection();
    }

    /** {@return the SQL that {@link #migrate()} would run, statement by statement} Nothing is written. */
    public String sql() {
        return liquibase.read(run -> {
            Sequence.check(run);
            StringWriter out = new StringWriter();
            run.update(ALL, ANY, out);
            return out.toString();
        });
    }

    /**
     * {@return every change set of the changelog and of the database, in order: what has run and when, and what will}
     */
    public List<Migration> history() {
        return liquibase.read(MigrationReader::all);
    }

    /** {@return the change sets that {@link #migrate()} would run, in order} Nothing is written. */
    public List<Migration> pending() {
        return isUpToDate()
                ? List.of()
                : history().stream()
                        .filter(m -> m.state() == Migration.State.PENDING)
                        .toList();
    }

    /** Whether an earlier migration has written that nothing is left to run, and nothing has changed since. */
    boolean isUpToDate() {
        return liquibase.isUpToDate();
    }

    /**
     * Marks the state of the database as it is now, to come back to. A tag is used once.
     *
     * @param name not used yet on that database
     */
    public void tag(String name) {
        liquibase.alone(run -> Tags.set(run, name));
    }

    /**
     * Takes back the last change sets, of the host's changelog where there is one. Tables go with all that is in them.
     *
     * @param count how many, newest first
     * @throws SchemaException when a change set has no way back or fails
     */
    public void rollBack(int count) {
        liquibase.alone(run -> run.rollback(count, ""));
    }

    /**
     * Takes back what ran after a tag, newest first.
     *
     * @param tag as {@link #tag} or the changelog set it
     * @throws SchemaException when the database has no such tag, a change set has no way back, or one fails
     */
    public void rollBackTo(String tag) {
        liquibase.alone(run -> {
            Tags.requireInDatabase(run, tag);
            run.rollback(tag, ALL, ANY);
        });
    }

    /** Enters all change sets as run without running them: for tables that another tool has made just so. */
    public void markAllAsRun() {
        liquibase.alone(run -> run.changeLogSync(ALL, ANY));
    }

    /** {@return the names of the tables that the library's own changelog creates, in lower case} */
    public Set<String> libraryTables() {
        return liquibase.read(LibraryTables::of);
    }

    /** {@return the tables of another application that the changelog holds as a takeover found them} */
    public Baseline baseline() {
        return liquibase.read(BaselineTables::of);
    }

    /** {@return the names of the tables that the store keeps for itself, in lower case; no entity lies on them} */
    public Set<String> storeTables() {
        return liquibase.of(OWN_TABLES).read(LibraryTables::of);
    }
}
