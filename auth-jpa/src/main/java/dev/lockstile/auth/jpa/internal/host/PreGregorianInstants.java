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
 * Early instants on PostgreSQL, in a column with or without a time zone; one without holds the time of UTC, as ever.
 */
record PreGregorianInstants() implements PreGregorianValues {

    private static final Instant FIRST_USUAL =
            FIRST_USUAL_DAY.atStartOfDay(ZoneOffset.UTC).toInstant();

    @Override
    public boolean has(@Nullable Object value) {
        return value instanceof Instant instant && instant.isBefore(FIRST_USUAL);
    }

    /**
     * As a text without a type, as the driver binds later ones: a column without a time zone takes the time of UTC from
     * it, where a value with a type would become the time of the session's zone. The text of a year before 1 is not
     * PostgreSQL's.
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
    public Object read(ResultSet row, int index) throws SQLException {
        boolean zoned = "timestamptz".equals(row.getMetaData().getColumnTypeName(index));
        return zoned
                ? row.getObject(index, OffsetDateTime.class).toInstant()
                : row.getObject(index, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
