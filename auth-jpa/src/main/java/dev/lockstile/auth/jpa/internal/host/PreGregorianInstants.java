package dev.lockstile.auth.jpa.internal.host;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * Instants on PostgreSQL, in a column with or without a time zone; one without holds the time of UTC, as ever. All of
 * them go this way, since the calendars cost more than the rest of a value's way to the driver.
 */
record PreGregorianInstants() implements PreGregorianValues {

    /** SQLState of a value of another type. */
    private static final String NOT_CONVERTED = "42821";

    private static final Instant YEAR_ONE = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant NEVER_WRITTEN = Instant.parse("+10000-01-01T00:00:00Z");

    @Override
    public boolean readsAll() {
        return true;
    }

    /** The text of a year before 1 or past 9999 is not PostgreSQL's; the calendars move none past it. */
    @Override
    public boolean has(@Nullable Object value) {
        return value instanceof Instant instant && instant.isBefore(NEVER_WRITTEN);
    }

    /**
     * As a text without a type, as the driver binds timestamps: a column without a time zone takes the time of UTC from
     * it, where a value with a type would become the time of the session's zone.
     */
    @Override
    public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        Instant instant = (Instant) value;
        if (instant.isBefore(YEAR_ONE)) {
            statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
        } else {
            statement.setObject(index, new PostgresInstant(instant), Types.OTHER);
        }
    }

    /**
     * The driver takes a time without a zone for one of UTC. What it does not convert, such as a column of days, and a
     * time without end are read as Hibernate reads them. The type of the column is not asked for: the driver would ask
     * the database.
     */
    @Override
    public @Nullable Object read(ResultSet row, int index) throws SQLException {
        try {
            OffsetDateTime time = row.getObject(index, OffsetDateTime.class);
            if (time == null) {
                return null;
            }
            if (!time.equals(OffsetDateTime.MAX) && !time.equals(OffsetDateTime.MIN)) {
                return time.toInstant();
            }
        } catch (SQLException e) {
            if (!NOT_CONVERTED.equals(e.getSQLState())) {
                throw e;
            }
        }
        Timestamp usual = row.getTimestamp(index, Calendar.getInstance(TimeZone.getTimeZone(ZoneOffset.UTC)));
        return usual == null ? null : usual.toInstant();
    }
}
