package dev.lockstile.auth.jpa.internal.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Instants on their way to and from columns with a time zone (JDBC 4.2 knows offset date-times, not instants). */
public final class SqlTimes {

    private SqlTimes() {}

    public static OffsetDateTime write(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    public static Instant read(ResultSet found, int column) throws SQLException {
        return found.getObject(column, OffsetDateTime.class).toInstant();
    }
}
