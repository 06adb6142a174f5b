package dev.lockstile.auth.jpa.internal.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An update in the language of whoever runs it, written from left to right together with the values it binds. */
abstract class UpdateText {

    private final StringBuilder text = new StringBuilder();

    /** What is the same in every language. */
    final UpdateText text(String same) {
        text.append(same);
        return this;
    }

    /** The row's own value of an attribute. */
    final UpdateText column(String attribute) {
        text.append(columnOf(attribute));
        return this;
    }

    /** A value, bound as the mapping of that attribute writes it; an instant at the precision of the databases. */
    final UpdateText value(String attribute, @Nullable Object value) {
        text.append(bind(attribute, value instanceof Instant instant ? Rows.micros(instant) : value));
        return this;
    }

    final String written() {
        return text.toString();
    }

    /** How that attribute is named. */
    abstract String columnOf(String attribute);

    /** Notes a value to be bound; tells what stands in its place. */
    abstract String bind(String attribute, @Nullable Object value);

    /** Runs what is written; tells how many rows met the condition. */
    abstract int run();
}
