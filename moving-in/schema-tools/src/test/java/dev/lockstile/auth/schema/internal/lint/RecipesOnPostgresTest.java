package dev.lockstile.auth.schema.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.hosts.HostFolder;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.report.Finding;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The recipes at work under a reader and a writer. The database itself is the judge: a statement of theirs that waits
 * for a lock longer than it may fails. The proof takes a million rows and 200 ms; the short form takes few rows and is
 * patient, since the machine may be busy.
 */
final class RecipesOnPostgresTest {

    private static final String MAIN = "db/main.xml";
    private static final int ROWS = Integer.getInteger("lockstile.rows", 5000);
    private static final int WAIT_MILLIS = Integer.getInteger("lockstile.wait", 5000);

    @TempDir
    private Path folder;

    private HikariDataSource pool;
    private HostFolder host;

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void no_recipe_keeps_a_reader_or_a_writer_waiting_nor_rewrites_the_table() throws Exception {
        open();
        String file = text("select pg_relation_filenode('member')");
        AtomicBoolean done = new AtomicBoolean();
        AtomicLong longest = new AtomicLong();
        CompletableFuture<Long> reader =
                loop("select count(nick) from member where id between 10 and 20", done, longest);
        CompletableFuture<Long> writer = loop("update member set team_id = 1 where id = 7", done, longest);
        try {
            host.changelog(MAIN, MAIN, LintCase.numbered(LintChange.online()));
            migrate();
        } finally {
            done.set(true);
        }
        assertThat(reader.get(60, TimeUnit.SECONDS)).isPositive();
        assertThat(writer.get(60, TimeUnit.SECONDS)).isPositive();
        assertThat(text("select pg_relation_filenode('member')")).isEqualTo(file);
        assertThat(text("select count(*) from pg_index where not indisvalid")).isEqualTo("0");
        assertThat(text("select count(*) from member where age is null")).isEqualTo("0");
        System.getLogger("proof").log(System.Logger.Level.INFO, ROWS + " rows, longest statement " + longest + " ms");
    }

    @Test
    void validating_a_constraint_takes_a_lock_that_lets_readers_and_writers_through() throws Exception {
        open();
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter table member add constraint ck check (nick is not null) not valid");
            connection.setAutoCommit(false);
            statement.execute("alter table member validate constraint ck");
            try (ResultSet found = statement.executeQuery("select string_agg(distinct mode, ',') from pg_locks"
                    + " where pid = pg_backend_pid() and relation = 'member'::regclass")) {
                assertThat(found.next()).isTrue();
                assertThat(found.getString(1)).isEqualTo("ShareUpdateExclusiveLock");
            }
            connection.rollback();
        }
    }

    @Test
    void an_index_that_a_failed_build_left_behind_is_found_until_it_is_dropped() throws Exception {
        open();
        run("update member set nick = 'twice' where id in (1, 2)");
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create unique index concurrently uq_nick on member (nick)");
        } catch (SQLException e) {
            assertThat(e.getSQLState()).isEqualTo("23505");
        }
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("S4");
            assertThat(finding.fix()).contains("drop index concurrently if exists uq_nick");
        });
        run("drop index concurrently if exists uq_nick");
        assertThat(findings()).isEmpty();
    }

    @Test
    void a_change_of_a_table_that_another_tool_made_is_judged_by_the_type_it_has() throws Exception {
        open();
        run("create table made_elsewhere (id bigint, name varchar(40), \"Total\" int)");
        host.changelog(
                MAIN,
                MAIN,
                LintCase.numbered(LintChange.tx("alter table made_elsewhere alter column name type text")
                        + LintChange.tx("alter table made_elsewhere alter column \"Total\" type bigint")));
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("S9");
            assertThat(finding.what()).contains("Total goes from integer to bigint");
        });
    }

    private List<Finding> findings() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return MigrationLinter.builder(MAIN)
                    .classes(host.loader())
                    .lockTimeout(Duration.ofSeconds(2))
                    .build()
                    .pendingOn(connection)
                    .findings();
        }
    }

    private void open() throws SQLException {
        pool = TestDatabase.POSTGRES.open();
        host = new HostFolder(folder).changelog(MAIN, MAIN, LintCase.BASE);
        migrate();
        run("insert into team values (1)");
        run(
                "set statement_timeout = 0; insert into member select i, 'nick' || i, case when i % 3 = 0 then i else null end, 1"
                        + " from generate_series(1, " + ROWS + ") i; set statement_timeout = '5s'");
    }

    private void migrate() {
        ClassLoader usual = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(host.loader());
        try {
            AuthSchema.builder(pool)
                    .hostChangelog(MAIN)
                    .lockTimeout(Duration.ofSeconds(2))
                    .build()
                    .migrate();
        } finally {
            Thread.currentThread().setContextClassLoader(usual);
        }
    }

    /** Runs a statement over and over; counts it, and fails when one of them waits for a lock for too long. */
    private CompletableFuture<Long> loop(String sql, AtomicBoolean done, AtomicLong longest) {
        return CompletableFuture.supplyAsync(() -> {
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("set lock_timeout = '" + WAIT_MILLIS + "ms'");
                long count = 0;
                while (!done.get()) {
                    long began = System.nanoTime();
                    statement.execute(sql);
                    longest.accumulateAndGet((System.nanoTime() - began) / 1_000_000, Math::max);
                    count++;
                }
                return count;
            } catch (SQLException e) {
                throw new IllegalStateException("kept waiting by a recipe: " + e.getMessage(), e);
            }
        });
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            assertThat(found.next()).isTrue();
            return found.getString(1);
        }
    }
}
