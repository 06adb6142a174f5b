package dev.lockstile.auth.schema.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.hosts.EachDatabase;
import dev.lockstile.auth.schema.hosts.PlainHost;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.auth.schema.report.Finding;
import dev.lockstile.auth.schema.tools.EntityModel;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Unique keys and foreign keys that the entities want and a table has lost. */
final class LostConstraintsTest {

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_lost_unique_key_and_a_lost_foreign_key_are_told(TestDatabase database) throws SQLException {
        try (HikariDataSource pool = database.open()) {
            TestHost.PLAIN.createTables(pool);
            assertThat(lost(pool)).isEmpty();
            dropUnique(pool, "auth_user", "email_key", database);
            dropForeignKey(pool, "auth_profile");
            assertThat(lost(pool)).containsExactlyInAnyOrder("HM-12 auth_user.email_key", "HM-13 auth_profile.user_id");
        }
    }

    private static List<String> lost(HikariDataSource pool) {
        EntityModel entities = EntityModel.of(
                PlainHost.ENTITIES.get(0), PlainHost.ENTITIES.stream().skip(1).toArray(Class<?>[]::new));
        return TableChecks.of(pool, entities).stream()
                .filter(finding -> finding.id().equals("HM-12") || finding.id().equals("HM-13"))
                .map(LostConstraintsTest::said)
                .toList();
    }

    private static String said(Finding finding) {
        return finding.id() + " " + finding.where();
    }

    private static void dropUnique(HikariDataSource pool, String table, String column, TestDatabase database)
            throws SQLException {
        try (Connection connection = pool.getConnection();
                ResultSet indexes = connection
                        .getMetaData()
                        .getIndexInfo(connection.getCatalog(), null, named(connection, table), true, false)) {
            while (indexes.next()) {
                if (column.equalsIgnoreCase(indexes.getString("COLUMN_NAME"))) {
                    String name = indexes.getString("INDEX_NAME");
                    drop(
                            connection,
                            database == TestDatabase.MARIADB
                                    ? "alter table " + table + " drop index " + name
                                    : "alter table " + table + " drop constraint "
                                            + name.replaceFirst("_INDEX_.*", ""));
                    return;
                }
            }
        }
        throw new AssertionError("no unique index over " + column);
    }

    private static void dropForeignKey(HikariDataSource pool, String table) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            DatabaseMetaData data = connection.getMetaData();
            try (ResultSet keys = data.getImportedKeys(connection.getCatalog(), null, named(connection, table))) {
                assertThat(keys.next()).isTrue();
                String name = keys.getString("FK_NAME");
                drop(
                        connection,
                        "alter table " + table
                                + (data.getDatabaseProductName().equals("MariaDB")
                                        ? " drop foreign key "
                                        : " drop constraint ")
                                + name);
            }
        }
    }

    private static String named(Connection connection, String table) throws SQLException {
        return connection.getMetaData().storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
    }

    private static void drop(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
