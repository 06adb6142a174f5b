package dev.lockstile.auth.testkit;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column by which rows are found. As in SQL, null is found by no query and collides with nothing.
 *
 * @param unique true when no two rows may hold the same value
 */
record Column<R>(String name, boolean unique, Function<R, @Nullable Object> value) {

    static <R> Column<R> unique(String name, Function<R, @Nullable Object> value) {
        return new Column<>(name, true, value);
    }

    static <R> Column<R> plain(String name, Function<R, @Nullable Object> value) {
        return new Column<>(name, false, value);
    }

    @Nullable
    Object of(R row) {
        return value.apply(row);
    }
}
