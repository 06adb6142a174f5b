package dev.lockstile.auth.schema.internal.shape;

import dev.lockstile.auth.schema.database.Identifiers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The tables and sequences of a database, or those that the entities want, by name.
 *
 * @param tables by their names
 * @param sequences by their names
 */
public record Shape(SortedMap<String, TableShape> tables, SortedMap<String, SequenceShape> sequences) {

    /**
     * Copies the maps.
     *
     * @param tables by their names
     * @param sequences by their names
     */
    public Shape {
        tables = new TreeMap<>(tables);
        sequences = new TreeMap<>(sequences);
    }

    /**
     * {@return the same with the names as that connection's database tells them apart, to be compared with what it has}
     *
     * @param connection of the database to compare with; stays open
     * @throws SQLException when the database cannot be asked
     */
    public Shape comparedBy(Connection connection) throws SQLException {
        boolean caseless = connection.getMetaData().getIdentifierQuoteString().equals("`");
        boolean folding = connection.getMetaData().storesUpperCaseIdentifiers();
        if (caseless) {
            return Spellings.all(name -> name.toLowerCase(Locale.ROOT)).apply(this);
        }
        return folding ? Spellings.all(Identifiers::folded).apply(this) : this;
    }

    /**
     * {@return this shape of an H2 database with the names spelled as there, where H2 cannot tell the two apart}
     *
     * @param there what the entities want
     */
    public Shape spelledAs(Shape there) {
        return Spellings.of(there).apply(this);
    }
}
