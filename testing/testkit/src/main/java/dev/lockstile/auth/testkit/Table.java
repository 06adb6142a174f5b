package dev.lockstile.auth.testkit;

import java.util.List;

/** A table: what is committed, and the sequence its keys come from, which no roll back turns back. */
final class Table<R> {

    private final String name;
    private final Rows<R> committed;
    private long lastKey;

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only copied
    Table(String name, Column<R>... columns) {
        this.name = name;
        this.committed = new Rows<>(List.of(columns));
    }

    String name() {
        return name;
    }

    Rows<R> committed() {
        return committed;
    }

    /** The view of a transaction that begins. */
    TableView<R> open(boolean writable) {
        return new TableView<>(this, writable);
    }

    /** No key up to this one is made any more. */
    void reserveUpTo(long key) {
        lastKey = Math.max(lastKey, key);
    }

    long lastKey() {
        return lastKey;
    }

    long nextKey() {
        lastKey++;
        return lastKey;
    }
}
