package dev.lockstile.auth.imports.internal.mapping;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What names of columns say, found out once for each: a source has few names and many rows. Safe for any number of
 * threads.
 */
final class RememberedNames<T> {

    /** Documents may have as many names as a client of the old application liked. */
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
