package dev.lockstile.auth.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.hosts.HostTree;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.internal.lock.MigrationLock;
import dev.lockstile.auth.schema.lock.LockAliveException;
import dev.lockstile.auth.schema.lock.LockRecovery;
import dev.lockstile.auth.schema.lock.LockReport;
import dev.lockstile.auth.schema.report.SchemaException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** Whom a migration waits for, and how long. */
final class LockWaitTest {

    private static final String TAKE = "update DATABASECHANGELOGLOCK set locked = true, lockedby = '%s',"
            + " lockgranted = timestamp '2026-01-02 03:04:05' where id = 1";
    private static final String WAITERS = "select count(*) from pg_locks where locktype = 'advisory' and objid = "
            + (MigrationLock.WAITING_KEY & 0xFFFFFFFFL)
            + " and database = (select oid from pg_database where datname = current_database())";

    @TempDir
    private Path root;

    private HikariDataSource pool;

    @AfterEach
    void close() {
        if (pool != null) {
            pool.close();
        }
    }

    /** On MariaDB where it is installed: the session lock proves it there too. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_noted_holder_that_is_gone_is_waited_for_no_longer(TestDatabase database) throws SQLException {
        open(database);
        run(TAKE.formatted("node-7 (10.0.0.7), session 2147480000/0"));
        try (Connection application = pool.getConnection()) {
            assertThat(application.isValid(1)).isTrue();
            impatient().migrate();
        }
        assertThat(LockRecovery.of(pool).report()).isInstanceOf(LockReport.Free.class);
    }

    @Test
    void a_waiter_is_never_taken_for_the_holder() throws Exception {
        open(TestDatabase.POSTGRES);
        FutureTask<Void> waiting;
        LockRecovery doctor = LockRecovery.of(pool);
        try (Connection application = pool.getConnection()) {
            assertThat(application.isValid(1)).isTrue();
            run(TAKE.formatted("node-7"));
            waiting = new FutureTask<>(() -> AuthSchema.builder(pool).build().migrate(), null);
            new Thread(waiting).start();
            while (count(WAITERS) == 0) {
                assertThat(waiting.isDone()).isFalse();
            }
            assertThat(doctor.report()).isInstanceOfSatisfying(LockReport.Held.class, held -> {
                assertThat(held.life()).isEqualTo(LockReport.Life.UNKNOWN);
                assertThat(held.sessions()).as("the application alone").hasSize(1);
            });
            assertThatThrownBy(doctor::release).isInstanceOf(LockAliveException.class);
            run(TAKE.formatted("node-7, session 2147480000/0"));
            waiting.get(60, TimeUnit.SECONDS);
        }
        assertThat(doctor.report()).isInstanceOf(LockReport.Free.class);
        assertThat(count(WAITERS)).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRES"})
    void waiting_says_for_whom_and_how_long(TestDatabase database) throws SQLException {
        open(database);
        run(TAKE.formatted("node-7"));
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(LockQueue.class);
        Level usual = logger.getLevel();
        logger.setLevel(Level.INFO);
        logger.addAppender(lines);
        lines.start();
        try (Connection application = pool.getConnection()) {
            assertThat(application.isValid(1)).isTrue();
            assertThatThrownBy(impatient()::migrate)
                    .isInstanceOf(SchemaException.class)
                    .hasMessageContaining("locked for a migration by node-7")
                    .hasMessageContaining("unlock");
        } finally {
            logger.detachAppender(lines);
            logger.setLevel(usual);
        }
        assertThat(lines.list)
                .singleElement()
                .satisfies(line -> assertThat(line.getFormattedMessage())
                        .startsWith("the migration waits for the one of node-7, which holds the lock since 2026-01-02")
                        .endsWith("; 0 s of at most 1 s"));
    }

    @Test
    void a_holder_that_noted_no_session_is_waited_for_until_it_cannot_be_there() throws SQLException {
        open(TestDatabase.H2);
        run(TAKE.formatted("node-7"));
        AuthSchema.builder(pool).waitForTurn(Duration.ofMinutes(1)).build().migrate();
        assertThat(LockRecovery.of(pool).report()).isInstanceOf(LockReport.Free.class);
    }

    @Test
    void a_line_comes_at_once_and_then_every_quarter_of_a_minute() {
        AtomicLong nanos = new AtomicLong();
        List<String> lines = new ArrayList<>();
        WaitLog wait = new WaitLog(lines::add, nanos::get, Duration.ofMinutes(5));
        for (int second = 0; second <= 40; second++) {
            wait.tell(() -> "node-7");
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        }
        assertThat(lines)
                .containsExactly(
                        "the migration waits for node-7; 0 s of at most 300 s",
                        "the migration waits for node-7; 15 s of at most 300 s",
                        "the migration waits for node-7; 30 s of at most 300 s");
        assertThat(wait.isOver()).isFalse();
    }

    @Test
    void who_has_the_turn_is_named_when_the_patience_ends() throws SQLException {
        open(TestDatabase.POSTGRES);
        try (Connection other = pool.getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(" + MigrationLock.KEY + ")");
            assertThatThrownBy(impatient()::migrate)
                    .isInstanceOf(SchemaException.class)
                    .hasMessageContaining("another process migrates this database right now: session ")
                    .hasMessageContaining(" of postgres from ");
            statement.execute("select pg_advisory_unlock(" + MigrationLock.KEY + ")");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRES"})
    void a_migration_that_refuses_leaves_no_lock(TestDatabase database) throws SQLException {
        pool = database.open();
        HostTree tree = HostTree.in(root, "db/migrations/0001_a.xml", "db/migrations/0001_b.xml");
        for (String name : List.of("a", "b")) {
            tree.put("db/migrations/0001_" + name + ".xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-4.33.xsd"
                    logicalFilePath="db/migrations/0001_%1$s.xml">
                <changeSet id="1" author="host"><createTable tableName="shop_%1$s"><column name="id" type="bigint"/></createTable></changeSet>
                </databaseChangeLog>
                """.formatted(name));
        }
        AuthSchema schema = tree.schema(pool);
        assertThatThrownBy(schema::migrate)
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("two branches wrote the same number");
        assertThat(LockRecovery.of(pool).report()).isInstanceOf(LockReport.Free.class);
    }

    private void open(TestDatabase database) {
        pool = database.open(config -> config.setMinimumIdle(0));
        AuthSchema.builder(pool).build().migrate();
    }

    private AuthSchema impatient() {
        return AuthSchema.builder(pool).waitForTurn(Duration.ofSeconds(1)).build();
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int count(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getInt(1);
        }
    }
}
