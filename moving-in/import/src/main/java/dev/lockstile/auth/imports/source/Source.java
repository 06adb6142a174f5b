package dev.lockstile.auth.imports.source;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The database or file of a source system, read page by page in a fixed order, so that memory stays bounded and no row
 * is read twice. All pages show the state of one moment where the database supports that. Not safe for use by many
 * threads.
 *
 * <p>Every method throws {@link SourceUnusableException} when the source does not answer.
 */
public interface Source extends AutoCloseable {

    /** {@return a description for reports, without a password or database user} */
    String description();

    /** {@return the names of all tables and views, in the spelling of the source} */
    List<String> tables();

    /**
     * {@return the names of a table's columns, in the spelling of the source; none where records have no fixed columns}
     *
     * @param table a name from {@link #tables()}
     */
    List<String> columns(String table);

    /**
     * {@return the number of rows of a table; -1 when counting would require reading all of them}
     *
     * @param table a name from {@link #tables()}
     */
    long count(String table);

    /** {@return false for a look-up of a few users, whose pages have only their rows} */
    default boolean isWhole() {
        return true;
    }

    /** {@return a source with all rows and the same connection; this source unless it is a look-up} */
    default Source whole() {
        return this;
    }

    /**
     * {@return the next rows, in the order of the key or of the file}
     *
     * @param table its name, its key and the columns to read
     * @param after the {@link SourceRow#place()} of the last row read; null for the first page
     * @param limit at most this many rows; fewer mean the end
     */
    List<SourceRow> page(SourceTable table, @Nullable Object after, int limit);

    /**
     * {@return the rows whose column has one of the values, in the order of the key or of the file}
     *
     * @param table its name, its key and the columns to read
     * @param column its name
     * @param values a small number of values, which are sent in one query
     */
    List<SourceRow> matching(SourceTable table, String column, Collection<Object> values);

    /**
     * {@return the next rows whose owner does not exist, in the order of the key}
     *
     * @param reference the column of the owner
     * @param after the {@link SourceRow#place()} of the last row read; null for the first page
     * @param limit at most this many rows; fewer mean the end
     */
    List<SourceRow> orphans(Reference reference, @Nullable Object after, int limit);

    @Override
    void close();

    /**
     * A column that refers to a row of another table.
     *
     * @param table the table of the column
     * @param column the column
     * @param owner the table to which it refers
     */
    record Reference(SourceTable table, String column, SourceTable owner) {}
}
