package dev.lockstile.auth.schema.internal.lint;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The lock timeout that the connections of a pool have already. */
final class SessionTimeout {

    private static final String MILLIS = "select setting from pg_settings where name = 'lock_timeout'";
    private static final String SECONDS = "select @@lock_wait_timeout";

    private SessionTimeout() {}

    /** Null when there is none. */
    static @Nullable Duration of(Connection connection, LintDatabase database) throws SQLException {
        if (database == LintDatabase.H2) {
            return null;
        }
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(database.isPostgres() ? MILLIS : SECONDS)) {
            long value = found.next() ? found.getLong(1) : 0;
            return value == 0 ? null : database.isPostgres() ? Duration.ofMillis(value) : Duration.ofSeconds(value);
        }
    }
}
