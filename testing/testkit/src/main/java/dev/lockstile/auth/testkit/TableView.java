package dev.lockstile.auth.testkit;

import dev.lockstile.auth.store.KeyTakenException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table as one transaction sees it: what is committed, and over it the transaction's own changes, which reach the
 * table at the commit and vanish with a roll back.
 */
final class TableView<R> {

    private final Table<R> table;
    private Rows<R> changes;
    private final Set<Long> removed = new HashSet<>();
    private boolean writable;
    private boolean over;

    TableView(Table<R> table, boolean writable) {
        this.table = table;
        this.changes = new Rows<>(table.committed().columns());
        this.writable = writable;
    }

    @Nullable
    R get(long key) {
        refuseWhenOver();
        if (removed.contains(key)) {
            return null;
        }
        R changed = changes.get(key);
        return changed == null ? table.committed().get(key) : changed;
    }

    /** The keys of the rows that hold the value, oldest first. */
    List<Long> keys(Column<R> column, Object value) {
        refuseWhenOver();
        TreeSet<Long> found = new TreeSet<>(changes.find(column, value));
        table.committed().find(column, value).stream()
                .filter(key -> !changes.has(key))
                .forEach(found::add);
        found.removeAll(removed);
        return List.copyOf(found);
    }

    /** The rows that hold the value, oldest first. */
    Stream<R> rows(Column<R> column, Object value) {
        return keys(column, value).stream().flatMap(key -> Stream.ofNullable(get(key)));
    }

    Optional<R> first(Column<R> column, Object value) {
        return rows(column, value).findFirst();
    }

    /** The keys of all rows that pass, oldest first. */
    List<Long> keysWhere(Predicate<R> test) {
        refuseWhenOver();
        TreeSet<Long> all = new TreeSet<>(table.committed().all().keySet());
        all.addAll(changes.all().keySet());
        return all.stream().filter(key -> passes(key, test)).toList();
    }

    /** Adds a row, made by the factory for the key that it is given. */
    long insert(LongFunction<R> factory) {
        long key = table.nextKey();
        put(key, factory.apply(key));
        return key;
    }

    /** Adds a row under a key that is given. */
    void insert(long key, R row) {
        if (get(key) != null) {
            throw new KeyTakenException(new IllegalStateException(table.name() + " has a row of that key"));
        }
        put(key, row);
    }

    /** No key up to this one, nor up to the highest in use, is made any more. */
    void reserveUpTo(long key) {
        table.reserveUpTo(Math.max(key, highest()));
    }

    /** True when the key that is made next may be in use. */
    boolean makesKeysInUse() {
        return table.lastKey() < highest();
    }

    private long highest() {
        return keysWhere(any -> true).stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** Changes the row if it is there and passes: the conditional update of which one caller is the winner. */
    boolean update(@Nullable Long key, Predicate<R> condition, UnaryOperator<R> change) {
        R row = key == null ? null : get(key);
        if (key == null || row == null || !condition.test(row)) {
            return false;
        }
        put(key, change.apply(row));
        return true;
    }

    /** Changes every row with the value that passes; how many there were. */
    int updateAll(Column<R> column, Object value, Predicate<R> condition, UnaryOperator<R> change) {
        return (int) keys(column, value).stream()
                .filter(key -> update(key, condition, change))
                .count();
    }

    /** Takes a row away. */
    void delete(long key) {
        refuseWhenOver();
        refuseToWriteWhileReading();
        removed.add(key);
    }

    /** Whether rows may be written from now on; tells what held before. */
    boolean makeWritable(boolean isWritable) {
        boolean before = writable;
        writable = isWritable;
        return before;
    }

    /** Brings the table back to how it is seen now. */
    Runnable savepoint() {
        Rows<R> kept = changes.copy();
        Set<Long> gone = Set.copyOf(removed);
        return () -> {
            changes = kept;
            removed.clear();
            removed.addAll(gone);
        };
    }

    void commit() {
        changes.all().forEach(table.committed()::put);
        removed.forEach(table.committed()::remove);
    }

    void close() {
        over = true;
    }

    private boolean passes(long key, Predicate<R> test) {
        R row = get(key);
        return row != null && test.test(row);
    }

    private void put(long key, R row) {
        refuseWhenOver();
        refuseToWriteWhileReading();
        for (Column<R> column : table.committed().columns()) {
            Object value = column.of(row);
            if (column.unique() && value != null) {
                claim(column, value, key);
            }
        }
        changes.put(key, row);
    }

    private void claim(Column<R> column, Object value, long key) {
        if (keys(column, value).stream().anyMatch(holder -> holder != key)) {
            throw new KeyTakenException(new IllegalStateException(table.name() + "." + column.name() + " is unique"));
        }
    }

    private void refuseToWriteWhileReading() {
        if (!writable) {
            throw new IllegalStateException("a transaction that reads wrote to " + table.name());
        }
    }

    private void refuseWhenOver() {
        if (over) {
            throw new IllegalStateException("the transaction is over");
        }
    }
}
