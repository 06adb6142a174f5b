package dev.lockstile.auth.schema.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.CustomChangeException;
import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.Test;

/**
 * Filling in batches beside a bare update by ranges of the key, on a table of people in PostgreSQL. With {@code
 * -Pproof} it fills a million rows, in three rounds, and compares the times.
 */
final class FillSpeedTest {

    private static final boolean FULL = Boolean.getBoolean("lockstile.proof");
    private static final int ROWS = Integer.getInteger("lockstile.rows", 5_000);
    private static final int ROUNDS = FULL ? 3 : 1;
    private static final int BATCH = 1_000;
    private static final double MOST = 1.5;

    @Test
    void filling_takes_at_most_half_as_long_again_as_a_bare_update_by_ranges()
            throws SQLException, LiquibaseException, CustomChangeException {
        try (HikariDataSource pool = TestDatabase.POSTGRES.open()) {
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                people(pool);
                long start = System.nanoTime();
                bare(pool);
                long between = System.nanoTime();
                fill(pool);
                long end = System.nanoTime();
                assertThat(filled(pool, "bare")).isEqualTo(ROWS);
                assertThat(filled(pool, "filled")).isEqualTo(ROWS);
                ratios.add((end - between) / (double) (between - start));
                report(between - start, end - between);
            }
            ratios.sort(null);
            if (FULL) {
                assertThat(ratios.get(ROUNDS / 2)).isLessThan(MOST);
            }
        }
    }

    private static void people(HikariDataSource pool) throws SQLException {
        for (String table : List.of("bare", "filled")) {
            execute(
                    pool,
                    "set statement_timeout = 0",
                    "drop table if exists " + table,
                    "create table " + table
                            + " (id bigserial primary key, name varchar(255) not null, email varchar(255)"
                            + " not null unique, email_verified_at timestamp(0), password varchar(255) not null,"
                            + " created_at timestamp(0), slug varchar(40))",
                    "insert into " + table + " (name, email, password, created_at) select 'n' || i, 'u' || i ||"
                            + " '@example.org', repeat('x', 60), now() from generate_series(1, " + ROWS + ") i",
                    "vacuum analyze " + table,
                    "checkpoint");
        }
    }

    private static void bare(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                var update = connection.prepareStatement(
                        "update bare set slug = concat('v', id) where slug is null and id > ? and id <= ?")) {
            for (long from = 0; from < ROWS; from += BATCH) {
                update.setLong(1, from);
                update.setLong(2, from + BATCH);
                update.executeUpdate();
            }
        }
    }

    private static void fill(HikariDataSource pool) throws SQLException, LiquibaseException, CustomChangeException {
        FillInBatches change = new FillInBatches();
        change.setTable("filled");
        change.setColumn("slug");
        change.setKey("id");
        change.setValue("concat('v', id)");
        try (Connection connection = pool.getConnection()) {
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            change.execute(database);
            connection.setAutoCommit(true);
        }
    }

    private static void report(long bare, long filled) {
        System.out.println(String.format(
                Locale.ROOT,
                "%,d rows: bare update %.1f s, filled %.1f s, ratio %.2f",
                ROWS,
                bare / 1e9,
                filled / 1e9,
                filled / (double) bare));
    }

    private static long filled(HikariDataSource pool, String table) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select count(slug) from " + table)) {
            found.next();
            return found.getLong(1);
        }
    }

    private static void execute(HikariDataSource pool, String... statements) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
