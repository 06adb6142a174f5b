package dev.lockstile.auth.imports.source;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An old database, read page by page in the order of a key, so that memory stays bounded and no row is seen twice.
 * All pages show the state of one moment where the database can do so. Not safe for use by several threads.
 *
 * <p>Every method throws {@link SourceUnusableException} when the source does not answer.
 */
public interface Source extends AutoCloseable {

    /** {@return what the source is, for people: never with a password or a user name} */
    String description();

    /** {@return the names of all tables and views, as the source spells them} */
    List<String> tables();

    /**
     * {@return the names of a table's columns, as the source spells them; none where records have no fixed columns}
     *
     * @param table as {@link #tables()} spells it
     */
    List<String> columns(String table);

    /**
     * {@return how many rows a table has; -1 when counting would mean to read them all}
     *
     * @param table as {@link #tables()} spells it
     */
    long count(String table);

    /** {@return false for a look-up of a few people, whose pages hold their rows alone} */
    default boolean isWhole() {
        return true;
    }

    /** {@return the source with all its rows, of the same connection; itself but for a look-up in a database} */
    default Source whole() {
        return this;
    }

    /**
     * {@return the next rows in the order of the key}
     *
     * @param table its name, its key and the columns to read
     * @param after the key of the last row seen; null for the first page
     * @param limit at most this many rows; fewer mean the end
     */
    List<SourceRow> page(SourceTable table, @Nullable Object after, int limit);

    /**
     * {@return the rows whose column holds one of the values, in the order of the key}
     *
     * @param table its name, its key and the columns to read
     * @param column its name
     * @param values few: they all stand in one query
     */
    List<SourceRow> matching(SourceTable table, String column, Collection<Object> values);

    /**
     * {@return the next rows that name an owner who does not exist, in the order of the key}
     *
     * @param reference names the owner
     * @param after the key of the last row seen; null for the first page
     * @param limit at most this many rows; fewer mean the end
     */
    List<SourceRow> orphans(Reference reference, @Nullable Object after, int limit);

    @Override
    void close();

    /**
     * A column that names a row of another table.
     *
     * @param table the table that has the column
     * @param column the column
     * @param owner the table whose key the column holds
     */
    record Reference(SourceTable table, String column, SourceTable owner) {}
}
