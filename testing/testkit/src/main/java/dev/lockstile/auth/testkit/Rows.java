package dev.lockstile.auth.testkit;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Immutable rows by key, in the order in which they were added, with an index for every column. */
final class Rows<R> {

    private final List<Column<R>> columns;
    private final NavigableMap<Long, R> byKey = new TreeMap<>();
    private final Map<Column<R>, Map<Object, NavigableSet<Long>>> indexes = new HashMap<>();

    Rows(List<Column<R>> columns) {
        this.columns = columns;
        columns.forEach(column -> indexes.put(column, new HashMap<>()));
    }

    Rows<R> copy() {
        Rows<R> copy = new Rows<>(columns);
        byKey.forEach(copy::put);
        return copy;
    }

    List<Column<R>> columns() {
        return columns;
    }

    NavigableMap<Long, R> all() {
        return Collections.unmodifiableNavigableMap(byKey);
    }

    @Nullable
    R get(long key) {
        return byKey.get(key);
    }

    boolean has(long key) {
        return byKey.containsKey(key);
    }

    void put(long key, R row) {
        R before = byKey.put(key, row);
        for (Column<R> column : columns) {
            if (before != null) {
                forget(column, column.of(before), key);
            }
            Object value = column.of(row);
            if (value != null) {
                index(column).computeIfAbsent(value, any -> new TreeSet<>()).add(key);
            }
        }
    }

    void remove(long key) {
        R before = byKey.remove(key);
        if (before != null) {
            columns.forEach(column -> forget(column, column.of(before), key));
        }
    }

    NavigableSet<Long> find(Column<R> column, Object value) {
        NavigableSet<Long> found = index(column).get(value);
        return found == null ? Collections.emptyNavigableSet() : found;
    }

    private void forget(Column<R> column, @Nullable Object value, long key) {
        NavigableSet<Long> keys = value == null ? null : index(column).get(value);
        if (value == null || keys == null) {
            return;
        }
        keys.remove(key);
        if (keys.isEmpty()) {
            index(column).remove(value);
        }
    }

    private Map<Object, NavigableSet<Long>> index(Column<R> column) {
        Map<Object, NavigableSet<Long>> index = indexes.get(column);
        if (index == null) {
            throw new IllegalArgumentException("no index on " + column.name());
        }
        return index;
    }
}
