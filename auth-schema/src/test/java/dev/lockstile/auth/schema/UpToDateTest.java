package dev.lockstile.auth.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.history.HistoryException;
import dev.lockstile.auth.schema.hosts.EachDatabase;
import dev.lockstile.auth.schema.hosts.Relations;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a migration has written of having left nothing to run counts while nothing has changed, and no longer. */
final class UpToDateTest {

    private HikariDataSource pool = TestDatabase.H2.open();

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void a_history_that_was_tampered_with_is_refused_as_before() throws SQLException {
        upToDate(plain());
        run("update DATABASECHANGELOG set MD5SUM = '9:00000000000000000000000000000000' where ORDEREXECUTED = 3");
        assertThat(plain().isUpToDate()).isFalse();
        assertThatThrownBy(() -> plain().migrate()).isInstanceOf(HistoryException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update DATABASECHANGELOG set FILENAME = 'elsewhere.xml' where ORDEREXECUTED = 3",
                "update DATABASECHANGELOG set EXECTYPE = 'MARK_RAN' where ORDEREXECUTED = 3",
                "update DATABASECHANGELOG set MD5SUM = null where ORDEREXECUTED = 3",
                "update DATABASECHANGELOGLOCK set LOCKEDBY = 'nothing to run: 00' where ID = 2",
                "update DATABASECHANGELOGLOCK set LOCKED = true where ID = 2",
                "update DATABASECHANGELOGLOCK set LOCKEDBY = 'a node, session 7/7' where ID = 1",
                "update DATABASECHANGELOGLOCK set ID = 3 where ID = 1",
                "delete from DATABASECHANGELOG where ORDEREXECUTED = 3",
                "delete from DATABASECHANGELOGLOCK where ID = 2"
            })
    void a_row_that_differs_is_left_to_liquibase(String deed) throws SQLException {
        upToDate(plain());
        run(deed);
        assertThat(plain().isUpToDate()).isFalse();
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void what_was_taken_back_runs_again(TestDatabase database) throws SQLException {
        on(database);
        upToDate(plain());
        List<String> all = Relations.history(pool);
        plain().rollBack(1);
        assertThat(plain().isUpToDate()).isFalse();
        plain().migrate();
        assertThat(Relations.history(pool)).isEqualTo(all);
        assertThat(plain().isUpToDate()).isTrue();
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void another_selection_of_tables_runs(TestDatabase database) throws SQLException {
        on(database);
        upToDate(AuthSchema.builder(pool).onlyTables(Set.of()).build());
        AuthSchema more =
                AuthSchema.builder(pool).onlyTables(Set.of(AuthTable.DEVICE)).build();
        assertThat(more.isUpToDate()).isFalse();
        more.migrate();
        assertThat(Relations.of(pool)).contains("TABLE auth_device");
    }

    @Test
    void other_names_keys_paths_or_changelogs_are_not_what_was_looked_at() {
        upToDate(plain());
        assertThat(List.of(
                        AuthSchema.builder(pool).table(AuthTable.USER, "person").build(),
                        AuthSchema.builder(pool).keyType(KeyType.UUID).build(),
                        AuthSchema.builder(pool).allowRowsFrom("db/").build(),
                        AuthSchema.builder(pool)
                                .hostChangelog(AuthSchema.OWN_TABLES)
                                .build()))
                .noneMatch(AuthSchema::isUpToDate);
    }

    @Test
    void another_release_asks_liquibase() throws SQLException {
        plain().migrate();
        try (Connection connection = pool.getConnection()) {
            new UpToDateRow(connection, plain().guard(), "1.0").write();
            assertThat(new UpToDateRow(connection, plain().guard(), "1.0").stands())
                    .isTrue();
            assertThat(new UpToDateRow(connection, plain().guard(), "1.1").stands())
                    .isFalse();
        }
    }

    @Test
    void a_copy_in_another_database_asks_liquibase(@TempDir Path folder) throws SQLException {
        upToDate(plain());
        String dump = folder.resolve("dump.sql").toString();
        run("script to '" + dump + "'");
        pool.close();
        pool = TestDatabase.H2.open();
        run("runscript from '" + dump + "'");
        assertThat(plain().isUpToDate()).isFalse();
        upToDate(plain());
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void nodes_that_start_at_once_run_everything_once(TestDatabase database) throws Exception {
        on(database);
        AuthSchema few = AuthSchema.builder(pool).onlyTables(Set.of()).build();
        upToDate(few);
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        List<Future<?>> starts = List.of(few, plain()).stream()
                .<Future<?>>map(schema -> nodes.submit(() -> {
                    start.await();
                    schema.migrate();
                    return null;
                }))
                .toList();
        nodes.shutdown();
        for (Future<?> one : starts) {
            one.get();
        }
        assertThat(Relations.history(pool)).doesNotHaveDuplicates();
        plain().migrate();
        assertThat(plain().isUpToDate()).isTrue();
    }

    @Test
    void a_row_that_cannot_be_written_stops_no_start() throws SQLException {
        plain().migrate();
        run("delete from DATABASECHANGELOGLOCK where ID = 2");
        run("alter table DATABASECHANGELOGLOCK add constraint one_row check (ID = 1)");
        plain().migrate();
        assertThat(plain().isUpToDate()).isFalse();
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void liquibase_is_not_asked_where_nothing_has_changed(TestDatabase database) throws SQLException {
        on(database);
        upToDate(plain());
        List<String> said = new CopyOnWriteArrayList<>();
        AuthSchema.builder(RecordedStatements.of(pool, said)).build().migrate();
        assertThat(said)
                .isNotEmpty()
                .as("statements of Liquibase are in capitals")
                .noneMatch(sql -> sql.startsWith("SELECT") || sql.startsWith("INSERT") || sql.startsWith("UPDATE"));
        run("delete from DATABASECHANGELOGLOCK where ID = 2");
        AuthSchema.builder(RecordedStatements.of(pool, said)).build().migrate();
        assertThat(said).anyMatch(sql -> sql.startsWith("SELECT"));
    }

    private AuthSchema plain() {
        return AuthSchema.builder(pool).build();
    }

    private static void upToDate(AuthSchema schema) {
        assertThat(schema.isUpToDate()).isFalse();
        schema.migrate();
        assertThat(schema.isUpToDate()).isTrue();
        assertThat(schema.pending()).isEmpty();
    }

    private void on(TestDatabase database) {
        pool.close();
        pool = database.open();
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
