package dev.lockstile.auth.jpa.internal.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** SQL text that grows together with its values, so that the two cannot get out of step. */
public final class BoundSql {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    /** Adds text, and the values for the question marks in it; instants as the columns hold them. */
    public BoundSql add(String part, Object... given) {
        text.append(part);
        for (Object value : given) {
            values.add(value instanceof Instant instant ? SqlTimes.write(instant) : value);
        }
        return this;
    }

    /** Adds a list of these values behind the name of a column; there has to be one. */
    public BoundSql in(Collection<?> given) {
        return add(" in (" + String.join(", ", Collections.nCopies(given.size(), "?")) + ")", given.toArray());
    }

    public String text() {
        return text.toString();
    }

    public PreparedStatement bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement;
    }
}
