package dev.lockstile.auth.imports.source;

import dev.lockstile.auth.secret.Sha256;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A row as read: its cells by column name in lower case. A cell is null, a text, a number, a boolean, a UUID, or a
 * {@code java.time} date; in a document it may also be a list or a map of such. A column of bytes gives their text in
 * UTF-8, or lower-case hexadecimal digits where they are not text; {@link #bytes} gives the bytes themselves.
 * {@link #toString} shows no cell.
 */
public final class SourceRow {

    private final Object key;
    private final Object place;
    private final RowLayout layout;
    private final @Nullable Object[] cells;
    private final Map<String, byte[]> bytes;

    /**
     * Creates a row of a source that pages by key.
     *
     * @param key the value that identifies the row in its table
     * @param cells by the column's name, in lower case
     */
    public SourceRow(Object key, Map<String, ? extends @Nullable Object> cells) {
        this(key, key, cells);
    }

    /**
     * Creates a row of a source that pages by position, such as the line of a file.
     *
     * @param key the value that identifies the row in its table
     * @param place the position after which the next page starts
     * @param cells by the column's name, in lower case
     */
    public SourceRow(Object key, Object place, Map<String, ? extends @Nullable Object> cells) {
        this(key, place, cells, Map.of());
    }

    /** @param bytes of the columns of bytes, by the column's name */
    SourceRow(Object key, Object place, Map<String, ? extends @Nullable Object> cells, Map<String, byte[]> bytes) {
        this.key = key;
        this.place = place;
        this.layout = RowLayout.of(cells.keySet());
        this.cells = layout.cells(cells);
        this.bytes = Map.copyOf(bytes);
    }

    /** @param cells in the positions of the layout; the array is not copied */
    SourceRow(Object key, Object place, RowLayout layout, @Nullable Object[] cells, Map<String, byte[]> bytes) {
        this.key = key;
        this.place = place;
        this.layout = layout;
        this.cells = cells;
        this.bytes = Map.copyOf(bytes);
    }

    /** Creates a row with the same cells and another key. */
    private SourceRow(SourceRow row, Object otherKey) {
        this.key = otherKey;
        this.place = row.place;
        this.layout = row.layout;
        this.cells = row.cells;
        this.bytes = row.bytes;
    }

    /** {@return the value that identifies the row in its table} */
    public Object key() {
        return key;
    }

    /** {@return the key or position after which the next page starts} */
    public Object place() {
        return place;
    }

    /** {@return the names of the columns, in lower case and in alphabetical order} */
    public Set<String> columns() {
        return layout.columns();
    }

    /**
     * {@return the columns whose names pass a test, in the same order} The result is cached for all rows with these
     * columns.
     *
     * @param test depends on the name alone; a constant, since the cache is keyed by it
     */
    public List<String> columns(Predicate<String> test) {
        return layout.columns(test);
    }

    /**
     * {@return true when the table has such a column}
     *
     * @param column its name, in any letter case
     */
    public boolean has(String column) {
        return layout.place(column) >= 0;
    }

    /**
     * {@return the cell; null when it is empty or the table has no such column}
     *
     * @param column its name, in any letter case
     */
    public @Nullable Object cell(String column) {
        int at = layout.place(column);
        return at < 0 ? null : cells[at];
    }

    /**
     * {@return the bytes of a cell in a column of bytes, such as a secret or a credential id} The text of such a cell
     * does not show whether its digits were text or bytes. Empty for other columns, an empty cell, and rows of files.
     *
     * @param column its name, in any letter case
     */
    public Optional<byte[]> bytes(String column) {
        return Optional.ofNullable(bytes.get(column.toLowerCase(Locale.ROOT))).map(byte[]::clone);
    }

    /** Returns the row with another key; a column of that name gets the key if it is empty. */
    SourceRow under(Object otherKey, String column) {
        if (cell(column) != null) {
            return under(otherKey);
        }
        Map<String, @Nullable Object> all = new TreeMap<>();
        columns().forEach(name -> all.put(name, cell(name)));
        all.put(column, otherKey);
        return new SourceRow(otherKey, place, all, bytes);
    }

    /** Returns the row with another key. */
    SourceRow under(Object otherKey) {
        return new SourceRow(this, otherKey);
    }

    /** {@return a digest of all cells read (SHA-256 in base64url), equal as long as the row has not changed} */
    public String fingerprint() {
        Sha256 digest = new Sha256();
        int at = 0;
        for (String column : columns()) {
            Object value = cells[at++];
            digest.add(column);
            digest.add(value == null ? "null" : "=" + value);
        }
        return digest.text();
    }

    @Override
    public String toString() {
        return "SourceRow" + columns();
    }
}
