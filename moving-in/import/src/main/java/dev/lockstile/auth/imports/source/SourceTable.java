package dev.lockstile.auth.imports.source;

import java.util.List;

/**
 * A table to read from.
 *
 * @param name as the source spells it
 * @param key the column that identifies a row and by which pages are cut
 * @param columns the columns to read as the source spells them, the key among them; no other cell is read
 * @param sought the columns by which a look-up finds one user; those that the table lacks are ignored
 */
public record SourceTable(String name, String key, List<String> columns, NameColumns sought) {

    /**
     * Copies the columns.
     *
     * @param name as the source spells it
     * @param key the column that identifies a row and by which pages are cut
     * @param columns the columns to read as the source spells them
     * @param sought the columns by which a look-up finds one user
     */
    public SourceTable {
        columns = List.copyOf(columns);
    }

    /**
     * Creates a table in which a look-up finds one user by the columns of {@link NameColumns#USUAL}.
     *
     * @param name as the source spells it
     * @param key the column that identifies a row and by which pages are cut
     * @param columns the columns to read as the source spells them
     */
    public SourceTable(String name, String key, List<String> columns) {
        this(name, key, columns, NameColumns.USUAL);
    }

    /**
     * {@return a copy with other columns to read}
     *
     * @param read as the source spells them, the key among them
     */
    public SourceTable withColumns(List<String> read) {
        return new SourceTable(name, key, read, sought);
    }
}
