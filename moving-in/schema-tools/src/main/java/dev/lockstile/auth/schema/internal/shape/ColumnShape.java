package dev.lockstile.auth.schema.internal.shape;

import org.jspecify.annotations.Nullable;

/**
 * A column.
 *
 * @param name in lower case, unless it is quoted
 * @param type as each database writes it
 * @param nullable whether it may be null
 * @param identity whether the database numbers it
 * @param defaultValue as SQL, or null
 */
public record ColumnShape(
        String name,
        SqlType type,
        boolean nullable,
        boolean identity,
        @Nullable String defaultValue) {

    /** What stands before the expression of a column that the database computes, in the place of its default. */
    public static final String GENERATED = "generated always as ";

    /** {@return whether the database computes its value, so that no row brings one} */
    public boolean isGenerated() {
        return defaultValue != null && defaultValue.startsWith(GENERATED);
    }

    ColumnShape withType(SqlType other) {
        return new ColumnShape(name, other, nullable, identity, defaultValue);
    }

    /**
     * {@return the same column under another name}
     *
     * @param other the other name
     */
    public ColumnShape renamed(String other) {
        return new ColumnShape(other, type, nullable, identity, defaultValue);
    }

    /**
     * {@return the same column, which may be null or not}
     *
     * @param may whether it may be null
     */
    public ColumnShape nullable(boolean may) {
        return new ColumnShape(name, type, may, identity, defaultValue);
    }

    /**
     * {@return the same column with that default}
     *
     * @param sql the default, or null for none
     */
    public ColumnShape withDefault(@Nullable String sql) {
        return new ColumnShape(name, type, nullable, identity, sql);
    }
}
