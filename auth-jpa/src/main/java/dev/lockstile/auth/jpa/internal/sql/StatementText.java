package dev.lockstile.auth.jpa.internal.sql;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A statement or a part of one, as HQL or SQL, written from left to right together with the values it binds. */
public abstract class StatementText {

    private final StringBuilder text = new StringBuilder();

    /** What is the same in every language. */
    final StatementText text(String same) {
        text.append(same);
        return this;
    }

    /** The row's own value of an attribute. */
    final StatementText column(String attribute) {
        text.append(columnOf(attribute));
        return this;
    }

    /** A value, bound as the mapping of that attribute writes it; an instant at the precision of the databases. */
    final StatementText value(String attribute, @Nullable Object value) {
        text.append(bind(attribute, value instanceof Instant instant ? Rows.micros(instant) : value));
        return this;
    }

    public final String written() {
        return text.toString();
    }

    /** How that attribute is named. */
    abstract String columnOf(String attribute);

    /** Notes a value to be bound; tells what stands in its place. */
    abstract String bind(String attribute, @Nullable Object value);
}
