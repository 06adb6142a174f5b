package dev.lockstile.auth.imports.source;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The names of columns, shared by all rows with the same ones. Safe for use by many threads. */
final class RowLayout {

    /** Bounds the cache, since documents can have any number of sets of names. */
    private static final int MOST = 1_024;

    private static final Map<Set<String>, RowLayout> KNOWN = new ConcurrentHashMap<>();

    private final Set<String> columns;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<Predicate<String>, List<String>> chosen = new ConcurrentHashMap<>();

    private RowLayout(Set<String> names) {
        columns = Collections.unmodifiableSet(new LinkedHashSet<>(new TreeSet<>(names)));
        columns.forEach(name -> places.put(name, places.size()));
    }

    static RowLayout of(Set<String> names) {
        RowLayout before = KNOWN.get(names);
        if (before != null) {
            return before;
        }
        if (KNOWN.size() >= MOST) {
            KNOWN.clear();
        }
        RowLayout made = new RowLayout(names);
        KNOWN.put(made.columns, made);
        return made;
    }

    /** Returns the columns in alphabetical order. */
    Set<String> columns() {
        return columns;
    }

    /** Returns the position of a column's cell; below zero where there is no such column. */
    int place(String column) {
        Integer exact = places.get(column);
        Integer place = exact != null ? exact : places.get(column.toLowerCase(Locale.ROOT));
        return place == null ? -1 : place;
    }

    /** Returns the cells in their positions. */
    @Nullable
    Object[] cells(Map<String, ? extends @Nullable Object> byName) {
        @Nullable Object[] cells = new @Nullable Object[places.size()];
        places.forEach((name, place) -> cells[place] = byName.get(name));
        return cells;
    }

    /** Returns the columns whose names pass a test. The result is cached for each test. */
    List<String> columns(Predicate<String> test) {
        List<String> before = chosen.get(test);
        return before != null
                ? before
                : chosen.computeIfAbsent(
                        test, any -> columns.stream().filter(any).toList());
    }

    /** Returns the positions of columns in the order of a result. */
    int[] placesOf(List<String> names) {
        return names.stream().mapToInt(this::place).toArray();
    }
}
