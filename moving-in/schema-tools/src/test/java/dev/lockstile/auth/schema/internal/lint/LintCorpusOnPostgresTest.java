package dev.lockstile.auth.schema.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The statements of the corpus on a real database: each is SQL that it runs, and none that counts as safe writes a
 * table in use anew.
 */
final class LintCorpusOnPostgresTest {

    private static final String ROWS = "insert into team values (1, 'one');"
            + " insert into member (id, nick, age, team_id, amount) values (1, 'ann', 18, 1, 1.5), (2, 'ben', 20, 1, 2.5);"
            + " insert into \"Order Lines\" values (1, 'ann', 1, 1);"
            + " insert into event_2024 values (1, '2024-05-05'); insert into counted values (1, 1)";
    private static final String FILES =
            "select string_agg(relname || ' ' || pg_relation_filenode(oid), ', ' order by relname)"
                    + " from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace"
                    + " and relname in ('team', 'member', 'Order Lines', 'event_2024', 'event_2025')";

    private static HikariDataSource pool;
    private static int count;

    @BeforeAll
    static void open() {
        pool = TestDatabase.POSTGRES.open();
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    static List<CorpusCase> cases() {
        return CorpusCase.all().stream()
                .filter(one -> one.database().isPostgres() && !one.has("unrun"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_statement_runs_and_a_safe_one_writes_no_table_anew(CorpusCase one) throws SQLException {
        String schema = "case_" + ++count;
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + schema + "; set search_path = " + schema);
            statement.execute(CorpusCase.base(LintDatabase.POSTGRESQL));
            statement.execute(ROWS);
            String before = files(statement);
            connection.setAutoCommit(one.has("out"));
            statement.execute(one.sql());
            if (!one.has("out")) {
                connection.commit();
            }
            connection.setAutoCommit(true);
            if (one.rules().isEmpty()) {
                assertThat(files(statement)).as(one.sql()).isEqualTo(before);
            }
            statement.execute("reset lock_timeout; set search_path = public; drop schema " + schema + " cascade");
        }
    }

    private static String files(Statement statement) throws SQLException {
        List<String> files = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(FILES)) {
            while (found.next()) {
                files.add(found.getString(1));
            }
        }
        return files.toString();
    }
}
