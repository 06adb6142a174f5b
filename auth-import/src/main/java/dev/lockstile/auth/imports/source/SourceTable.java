package dev.lockstile.auth.imports.source;

import java.util.List;

/**
 * A table to read from.
 *
 * @param name as the source spells it
 * @param key the column that identifies a row and by which pages are cut
 * @param columns the columns to read as the source spells them, the key among them; no other cell leaves the source
 */
public record SourceTable(String name, String key, List<String> columns) {

    /**
     * Copies the columns.
     *
     * @param name as the source spells it
     * @param key the column that identifies a row and by which pages are cut
     * @param columns the columns to read as the source spells them
     */
    public SourceTable {
        columns = List.copyOf(columns);
    }
}
