package dev.lockstile.auth.jpa.hosts;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.test.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Databases with the tables of a host. The migrations run once for each host and kind of database, and Hibernate
 * compares the entities with their tables there; further databases are copies, which are made in a fraction of the
 * time.
 */
final class MigratedHosts {

    private static final Map<TestHost, List<String>> SCRIPTS = new ConcurrentHashMap<>();
    private static final Map<TestHost, String> TEMPLATES = new ConcurrentHashMap<>();

    private MigratedHosts() {}

    /** A pool on a new database in which the tables fit the entities. */
    static HikariDataSource open(TestHost host, TestDatabase database, Consumer<HikariConfig> settings) {
        return switch (database) {
            case H2 -> scripted(database.open(settings), SCRIPTS.computeIfAbsent(host, MigratedHosts::script));
            case POSTGRES -> {
                TestPostgres.require();
                String template = TEMPLATES.computeIfAbsent(host, MigratedHosts::template);
                yield database.openAt(TestPostgres.copyOf(template), settings);
            }
            case MARIADB -> migrated(host, database.open(settings));
        };
    }

    private static HikariDataSource migrated(TestHost host, HikariDataSource pool) {
        host.createTables(pool);
        host.open(pool).close();
        return pool;
    }

    private static String template(TestHost host) {
        String url = TestPostgres.freshDatabase();
        migrated(host, TestDatabase.POSTGRES.openAt(url, config -> {})).close();
        return url;
    }

    private static List<String> script(TestHost host) {
        List<String> statements = new ArrayList<>();
        try (HikariDataSource pool = migrated(host, TestDatabase.H2.open());
                Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("script nopasswords nosettings")) {
            while (rows.next()) {
                statements.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return statements;
    }

    private static HikariDataSource scripted(HikariDataSource pool, List<String> statements) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return pool;
    }
}
