package dev.lockstile.auth.schema.change;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.CustomChangeException;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/** A table {@code piece} with a column {@code slug} that is filled. */
final class Pieces {

    private static final String ROWS =
            "insert into piece (num, kind, label) select x, concat('k', x % 3), concat('p?', x) from ";

    private Pieces() {}

    static HikariDataSource filled(TestDatabase database, int rows) throws SQLException {
        HikariDataSource pool = database.open();
        execute(
                pool,
                "create table piece (num int not null, kind varchar(9) not null, label varchar(40), slug varchar(40),"
                        + " primary key (kind, num))",
                "create unique index piece_num on piece (num)");
        String series = switch (database) {
            case H2 -> "system_range(1, " + rows + ")";
            case POSTGRES -> "generate_series(1, " + rows + ") x";
            case MARIADB -> "(select seq x from seq_1_to_" + rows + ") s";
        };
        execute(pool, ROWS + series);
        return pool;
    }

    static void fill(HikariDataSource pool, String key, String value, @Nullable String where)
            throws SQLException, LiquibaseException, CustomChangeException {
        FillInBatches change = change(key, value, where);
        try (Connection connection = pool.getConnection()) {
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            try {
                change.execute(database);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    static FillInBatches change(String key, String value, @Nullable String where) {
        FillInBatches change = new FillInBatches();
        change.setTable("piece");
        change.setColumn("slug");
        change.setKey(key);
        change.setValue(value);
        change.setWhere(where);
        return change;
    }

    static long count(HikariDataSource pool, String where) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select count(*) from piece where " + where)) {
            found.next();
            return found.getLong(1);
        }
    }

    static void execute(HikariDataSource pool, String... statements) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
