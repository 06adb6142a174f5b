package dev.lockstile.auth.jpa.internal.admin;

import java.util.function.UnaryOperator;

/**
 * A column that may be seen.
 *
 * @param name as the host sees it
 * @param path of the attribute in a query, of alias {@code x}
 * @param shown what is shown of a text
 */
record Column(String name, String path, UnaryOperator<String> shown) {

    static Column of(String name, String path) {
        return new Column(name, path, UnaryOperator.identity());
    }

    static Column of(String name) {
        return of(name, "x." + name);
    }

    static Column masked(String name) {
        return new Column(name, "x." + name, Mask::of);
    }
}
