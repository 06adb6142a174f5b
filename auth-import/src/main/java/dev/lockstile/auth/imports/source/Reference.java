package dev.lockstile.auth.imports.source;

/**
 * A column that names a row of another table.
 *
 * @param table the table that has the column
 * @param column the column
 * @param owner the table whose key the column holds
 */
public record Reference(SourceTable table, String column, SourceTable owner) {}
