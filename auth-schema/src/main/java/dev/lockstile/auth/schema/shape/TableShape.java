package dev.lockstile.auth.schema.shape;

import java.util.List;
import java.util.Optional;

/**
 * A table.
 *
 * @param columns in their order
 * @param key the columns of the primary key
 * @param indexes unique constraints among them, the primary key not
 */
public record TableShape(
        String name,
        List<ColumnShape> columns,
        List<String> key,
        List<IndexShape> indexes,
        List<ForeignKeyShape> foreignKeys) {

    /** The column of that name. */
    public Optional<ColumnShape> column(String column) {
        return columns.stream().filter(c -> c.name().equals(column)).findFirst();
    }

    /** True when an index or constraint does what that one does. */
    public boolean has(IndexShape wanted) {
        return indexes.stream().anyMatch(wanted::does) || wanted.unique() && key.equals(wanted.columns());
    }

    /** True when a foreign key says what that one says. */
    public boolean has(ForeignKeyShape wanted) {
        return foreignKeys.stream().anyMatch(wanted::does);
    }

    /** True when some index begins with these columns. */
    public boolean isIndexed(List<String> wanted) {
        return indexes.stream().anyMatch(i -> beginsWith(i.columns(), wanted)) || beginsWith(key, wanted);
    }

    /** The same table with other columns. */
    public TableShape withColumns(List<ColumnShape> others) {
        return new TableShape(name, others, key, indexes, foreignKeys);
    }

    /** The same table under another name. */
    public TableShape renamed(String other) {
        return new TableShape(other, columns, key, indexes, foreignKeys);
    }

    private static boolean beginsWith(List<String> columns, List<String> wanted) {
        return columns.size() >= wanted.size()
                && columns.subList(0, wanted.size()).equals(wanted);
    }
}
