package dev.lockstile.auth.jpa.internal.host;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Early days, in a column of dates. */
record PreGregorianDates() implements PreGregorianValues {

    @Override
    public boolean readsAll() {
        return false;
    }

    @Override
    public boolean has(@Nullable Object value) {
        return value instanceof LocalDate day && day.isBefore(FIRST_USUAL_DAY);
    }

    @Override
    public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        statement.setObject(index, value);
    }

    @Override
    public @Nullable Object read(ResultSet row, int index) throws SQLException {
        return row.getObject(index, LocalDate.class);
    }
}
