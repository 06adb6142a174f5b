package dev.lockstile.auth.jpa.internal.host;

import java.io.Serializable;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The values of a type that go past the calendars of JDBC, which would move some of them. */
interface PreGregorianValues extends Serializable {

    /**
     * The first day that is not early. The calendars differ up to 14 October 1582, and a day before it that was read in
     * the wrong one lies up to ten days later; the rest of the year loses nothing by going the same way.
     */
    LocalDate FIRST_USUAL_DAY = LocalDate.of(1583, 1, 1);

    /** Whether every value is read so, not only those that {@link #has} finds. */
    boolean readsAll();

    /** Whether that value is one of them. */
    boolean has(@Nullable Object value);

    /** Binds one of them. */
    void bind(PreparedStatement statement, int index, Object value) throws SQLException;

    /** Reads a value, which may be null. */
    @Nullable
    Object read(ResultSet row, int index) throws SQLException;
}
