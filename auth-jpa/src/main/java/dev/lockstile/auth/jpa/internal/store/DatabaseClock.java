package dev.lockstile.auth.jpa.internal.store;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.hibernate.Session;

/** Reads the time by the database's clock, whatever the zone of the session and of the process. */
public final class DatabaseClock {

    private DatabaseClock() {}

    /** @param manager whose transaction is under way */
    public static Instant read(EntityManager manager) {
        return manager.unwrap(Session.class).doReturningWork(DatabaseClock::read);
    }

    /** MariaDB and MySQL tell times without a zone, which the driver takes for those of the process. */
    private static Instant read(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        boolean isZoned = !product.equals("MariaDB") && !product.equals("MySQL");
        String query = isZoned ? "select current_timestamp" : "select utc_timestamp(6)";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return isZoned
                    ? row.getObject(1, OffsetDateTime.class).toInstant()
                    : row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC);
        }
    }
}
