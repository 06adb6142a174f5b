package dev.lockstile.auth.imports.internal.mapping;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Caches what is derived from the names of columns, since a source has few names and many rows. Safe for use by many
 * threads.
 */
final class RememberedNames<T> {

    /** Bounds the cache, since documents can have any number of names. */
    private static final int MOST = 4_096;

    private final Map<String, T> known = new ConcurrentHashMap<>();
    private final Function<String, T> finding;

    RememberedNames(Function<String, T> finding) {
        this.finding = finding;
    }

    T of(String name) {
        T before = known.get(name);
        if (before != null) {
            return before;
        }
        if (known.size() >= MOST) {
            known.clear();
        }
        T found = finding.apply(name);
        known.put(name, found);
        return found;
    }
}
