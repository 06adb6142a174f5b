package dev.lockstile.auth.imports.source;

import dev.lockstile.auth.model.Identifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Looks up a few users in a source database instead of reading all: its pages have only rows with one of some
 * identifiers, or with one key. It searches the columns {@link SourceTable#sought}, ignoring letter case, outer spaces
 * and characters between digits. Safe for use by many threads; a source of {@link #openFor} is for one thread.
 */
public final class PeopleLookup {

    /** Maximum number of rows of one table that a look-up reads; with more rows the result is unknown. */
    public static final int MOST = 50;

    private final TimedConnections database;
    private final String description;
    private final Duration patience;
    private final JdbcCatalogue catalogue = new JdbcCatalogue();

    /**
     * Creates a look-up in the database of a pool.
     *
     * @param database the pool, with a database user that can read the tables of users
     * @param description description of the database for messages, without passwords
     * @param patience maximum time for all reads of one source, including the wait for a connection
     */
    public PeopleLookup(DataSource database, String description, Duration patience) {
        this.database = new TimedConnections(database, patience);
        this.description = description;
        this.patience = patience;
    }

    /**
     * {@return a source whose pages have the rows with one of these identifiers} A page of more than {@link #MOST} rows
     * is refused with {@link TooLargeException}.
     *
     * @param identifiers in canonical form
     * @throws SourceUnusableException when the database does not answer
     */
    public Source openFor(Collection<Identifier> identifiers) {
        return open(new Wanted(NameTexts.of(identifiers), null));
    }

    /**
     * {@return a source whose pages have the row with that key}
     *
     * @param key the value of the source's key column
     * @throws SourceUnusableException when the database does not answer
     */
    public Source openFor(Object key) {
        return open(new Wanted(new NameTexts(Set.of(), Set.of()), key));
    }

    private Source open(Wanted wanted) {
        try {
            TimedConnections.Timed connection = database.open();
            try {
                return new Narrow(connection, JdbcSource.of(connection.connection(), description), wanted);
            } catch (RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw JdbcTrouble.reading(description, e);
        }
    }

    /** The identifiers of a look-up, or its key. */
    private record Wanted(NameTexts texts, @Nullable Object key) {}

    /** Delegates everything but the pages. */
    private final class Narrow implements Source {

        private final TimedConnections.Timed timed;
        private final Connection connection;
        private final JdbcSource whole;
        private final Wanted wanted;

        Narrow(TimedConnections.Timed timed, JdbcSource whole, Wanted wanted) {
            this.timed = timed;
            this.connection = timed.connection();
            this.whole = whole;
            this.wanted = wanted;
        }

        @Override
        public String description() {
            return description;
        }

        @Override
        public List<String> tables() {
            return catalogue.tables(whole);
        }

        @Override
        public List<String> columns(String table) {
            return catalogue.columns(table, whole::columns);
        }

        @Override
        public boolean isWhole() {
            return false;
        }

        @Override
        public Source whole() {
            return whole;
        }

        @Override
        public long count(String table) {
            return -1;
        }

        @Override
        public List<SourceRow> page(SourceTable table, @Nullable Object after, int limit) {
            if (after != null) {
                return List.of();
            }
            return wanted.key() == null ? search(table) : whole.matching(table, table.key(), List.of(wanted.key()));
        }

        @Override
        public List<SourceRow> matching(SourceTable table, String column, Collection<Object> values) {
            return whole.matching(table, column, values);
        }

        @Override
        public List<SourceRow> orphans(Source.Reference reference, @Nullable Object after, int limit) {
            return List.of();
        }

        @Override
        public void close() {
            try (TimedConnections.Timed closing = timed) {
                whole.close();
            } catch (SQLException e) {
                throw JdbcTrouble.reading(description, e);
            }
        }

        private List<SourceRow> search(SourceTable table) {
            List<String> conditions = new ArrayList<>();
            List<String> values = new ArrayList<>();
            try {
                String quote =
                        connection.getMetaData().getIdentifierQuoteString().strip();
                for (String column : columns(table.name())) {
                    condition(table.sought(), column, LookupSql.quoted(column, quote), conditions, values);
                }
                return conditions.isEmpty()
                        ? List.of()
                        : rows(table, LookupSql.select(table, quote, conditions), values);
            } catch (SQLException e) {
                throw JdbcTrouble.reading(description, e);
            }
        }

        private void condition(
                NameColumns sought, String column, String cell, List<String> conditions, List<String> values) {
            String name = column.toLowerCase(Locale.ROOT);
            if (sought.names().contains(name)) {
                add("lower(trim(" + cell + "))", wanted.texts().names(), conditions, values);
            } else if (sought.upperNames().contains(name)) {
                add(cell, wanted.texts().upperNames(), conditions, values);
            } else if (sought.numbers().contains(name)) {
                add(LookupSql.bare(cell), wanted.texts().numbers(), conditions, values);
            }
        }

        private void add(String form, Set<String> texts, List<String> conditions, List<String> values) {
            if (!texts.isEmpty()) {
                String marks = texts.stream().map(text -> "?").collect(Collectors.joining(", "));
                conditions.add(form + " in (" + marks + ")");
                values.addAll(texts);
            }
        }

        private List<SourceRow> rows(SourceTable table, String sql, List<String> values) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setQueryTimeout((int) Math.max(1, patience.toSeconds()));
                for (int i = 0; i < values.size(); i++) {
                    statement.setString(i + 1, values.get(i));
                }
                try (ResultSet found = statement.executeQuery()) {
                    return whole(table, Cells.rows(table, found));
                }
            }
        }

        /** Refuses more rows than are read, since the person's own row may be missing. */
        private List<SourceRow> whole(SourceTable table, List<SourceRow> rows) {
            if (rows.size() > MOST) {
                throw new TooLargeException(description + ", table " + table.name() + ": more than " + MOST
                        + " rows have one of the names that are looked for");
            }
            return rows;
        }
    }

    /**
     * A look-up found more than {@link PeopleLookup#MOST} rows. The result is then unknown, which is not the same as no
     * user; it does not indicate a failure of the source.
     */
    public static final class TooLargeException extends SourceUnusableException {

        private static final long serialVersionUID = 1L;

        /**
         * Creates the exception.
         *
         * @param message the cause, without personal data, since it is logged
         */
        public TooLargeException(String message) {
            super(message);
        }
    }
}
