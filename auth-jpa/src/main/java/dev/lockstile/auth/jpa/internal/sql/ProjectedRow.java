package dev.lockstile.auth.jpa.internal.sql;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The cells of one projected row, read from left to right in the order in which the query names them. */
public final class ProjectedRow {

    private final @Nullable Object[] values;
    private int at;

    public ProjectedRow(@Nullable Object[] values, int from) {
        this.values = values;
        this.at = from;
    }

    /** The next cell, which may be empty. */
    public <T> @Nullable T optional(Class<T> type) {
        return type.cast(values[at++]);
    }

    /** The next cell, which the column does not allow to be empty. */
    public <T> T required(Class<T> type) {
        T value = optional(type);
        if (value == null) {
            throw new IllegalStateException("an empty cell where the mapping allows none, position " + at);
        }
        return value;
    }

    public @Nullable String text() {
        return optional(String.class);
    }

    public @Nullable Instant instant() {
        return optional(Instant.class);
    }

    public boolean flag() {
        return Boolean.TRUE.equals(optional(Boolean.class));
    }

    public String requiredText() {
        return required(String.class);
    }

    public Instant requiredInstant() {
        return required(Instant.class);
    }

    public int number() {
        return required(Integer.class);
    }

    public boolean isNextEmpty() {
        return values[at] == null;
    }
}
