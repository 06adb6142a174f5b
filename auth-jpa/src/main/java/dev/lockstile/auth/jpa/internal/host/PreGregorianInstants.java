package dev.lockstile.auth.jpa.internal.host;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Instants on PostgreSQL, in a column with or without a time zone; one without holds the time of UTC, as ever. All of
 * them go this way, since the calendars cost more than the rest of a value's way to the driver.
 */
record PreGregorianInstants() implements PreGregorianValues {

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
        OffsetDateTime time = ((Instant) value).atOffset(ZoneOffset.UTC);
        if (time.getYear() < 1) {
            statement.setObject(index, time);
        } else {
            statement.setObject(index, time, Types.OTHER);
        }
    }

    @Override
    public @Nullable Object read(ResultSet row, int index) throws SQLException {
        if ("timestamptz".equals(row.getMetaData().getColumnTypeName(index))) {
            OffsetDateTime zoned = row.getObject(index, OffsetDateTime.class);
            return zoned == null ? null : zoned.toInstant();
        }
        LocalDateTime time = row.getObject(index, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
