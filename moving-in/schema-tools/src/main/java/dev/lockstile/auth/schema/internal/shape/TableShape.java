package dev.lockstile.auth.schema.internal.shape;

import java.util.List;
import java.util.Optional;

/**
 * A table.
 *
 * @param name in lower case, unless it is quoted
 * @param columns in their order
 * @param key the columns of the primary key
 * @param indexes unique constraints among them, the primary key not
 * @param foreignKeys what its rows refer to
 */
public record TableShape(
        String name,
        List<ColumnShape> columns,
        List<String> key,
        List<IndexShape> indexes,
        List<ForeignKeyShape> foreignKeys) {

    /**
     * {@return the column of that name; empty when there is none}
     *
     * @param column the name
     */
    public Optional<ColumnShape> column(String column) {
        return columns.stream().filter(c -> c.name().equals(column)).findFirst();
    }

    /**
     * {@return true when an index or constraint does what that one does}
     *
     * @param wanted compared by columns and {@code unique}; the primary key counts as a unique index
     */
    public boolean has(IndexShape wanted) {
        return indexes.stream().anyMatch(wanted::does) || wanted.unique() && key.equals(wanted.columns());
    }

    /**
     * {@return true when a foreign key says what that one says}
     *
     * @param wanted compared by columns and target
     */
    public boolean has(ForeignKeyShape wanted) {
        return foreignKeys.stream().anyMatch(wanted::does);
    }

    /**
     * {@return true when some index begins with these columns}
     *
     * @param wanted columns in their order
     */
    public boolean isIndexed(List<String> wanted) {
        return indexes.stream().anyMatch(i -> beginsWith(i.columns(), wanted)) || beginsWith(key, wanted);
    }

    /**
     * {@return the same table with other columns}
     *
     * @param others in their order
     */
    public TableShape withColumns(List<ColumnShape> others) {
        return new TableShape(name, others, key, indexes, foreignKeys);
    }

    /**
     * {@return the same table under another name}
     *
     * @param other the other name
     */
    public TableShape renamed(String other) {
        return new TableShape(other, columns, key, indexes, foreignKeys);
    }

    private static boolean beginsWith(List<String> columns, List<String> wanted) {
        return columns.size() >= wanted.size()
                && columns.subList(0, wanted.size()).equals(wanted);
    }
}
