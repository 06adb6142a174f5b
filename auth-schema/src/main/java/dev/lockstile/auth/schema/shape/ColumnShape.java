package dev.lockstile.auth.schema.shape;

import org.jspecify.annotations.Nullable;

/**
 * A column.
 *
 * @param identity whether the database numbers it
 * @param defaultValue as SQL, or null
 */
public record ColumnShape(
        String name,
        SqlType type,
        boolean nullable,
        boolean identity,
        @Nullable String defaultValue) {

    ColumnShape withType(SqlType other) {
        return new ColumnShape(name, other, nullable, identity, defaultValue);
    }

    /** The same column under another name. */
    public ColumnShape renamed(String other) {
        return new ColumnShape(other, type, nullable, identity, defaultValue);
    }

    /** The same column, which may be null or not. */
    public ColumnShape nullable(boolean may) {
        return new ColumnShape(name, type, may, identity, defaultValue);
    }

    /** The same column with that default. */
    public ColumnShape withDefault(@Nullable String sql) {
        return new ColumnShape(name, type, nullable, identity, sql);
    }
}
