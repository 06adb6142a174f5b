package dev.lockstile.auth.imports.source;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A database behind JDBC: PostgreSQL, MySQL, MariaDB, SQLite and H2. Reads in one read-only transaction, repeatable
 * where the database offers it, so that both passes of an import see the same rows. Names of tables and columns are
 * taken from the database's own catalogue and quoted; values are always bound.
 */
public final class JdbcSource implements Source {

    private final Connection connection;
    private final String description;
    private final String quote;
    private final BinaryColumns binary;

    private JdbcSource(Connection connection, String description) throws SQLException {
        this.connection = connection;
        this.description = description;
        this.quote = connection.getMetaData().getIdentifierQuoteString().strip();
        this.binary = new BinaryColumns(connection, description);
    }

    /**
     * {@return a source with a new connection}
     *
     * @param access the address, starting with {@code jdbc:}, and the credentials
     * @throws SourceUnusableException when there is no driver, no answer, or no permission
     */
    public static JdbcSource open(SourceAccess access) {
        return of(JdbcConnections.open(access), access.safeUrl());
    }

    /**
     * {@return a source with the caller's connection, which is closed with the source, and when the source cannot be
     * opened}
     *
     * @param connection the connection, which other code must not use meanwhile
     * @param description description of the source for reports, without passwords
     * @throws SourceUnusableException when the connection cannot be set up
     */
    public static JdbcSource of(Connection connection, String description) {
        try {
            JdbcConnections.readOneSnapshot(connection);
            return new JdbcSource(connection, description);
        } catch (SQLException e) {
            throw JdbcConnections.closing(connection, JdbcTrouble.reading(description, e));
        }
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public List<String> tables() {
        try (ResultSet found = allTables()) {
            List<String> names = new ArrayList<>();
            while (found.next()) {
                String type = String.valueOf(found.getString("TABLE_TYPE")).toUpperCase(Locale.ROOT);
                boolean ordinary = (type.contains("TABLE") || type.contains("VIEW")) && !type.contains("SYSTEM");
                if (ordinary) {
                    names.add(found.getString("TABLE_NAME"));
                }
            }
            return names;
        } catch (SQLException e) {
            throw JdbcTrouble.reading(description, e);
        }
    }

    private ResultSet allTables() throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        return data.getTables(connection.getCatalog(), connection.getSchema(), "%", null);
    }

    @Override
    public List<String> columns(String table) {
        String sql = "SELECT * FROM " + quoted(table) + " WHERE 1 = 0";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            ResultSetMetaData data = rows.getMetaData();
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= data.getColumnCount(); i++) {
                names.add(data.getColumnLabel(i));
            }
            return names;
        } catch (SQLException e) {
            throw JdbcTrouble.reading(description, e);
        }
    }

    @Override
    public long count(String table) {
        String sql = "SELECT COUNT(*) FROM " + quoted(table);
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw JdbcTrouble.reading(description, e);
        }
    }

    @Override
    public List<SourceRow> page(SourceTable table, @Nullable Object after, int limit) {
        String key = quoted(table.key());
        String from = after == null ? "" : " WHERE " + key + " > ?";
        String sql = select(table, "") + from + " ORDER BY " + key + " LIMIT " + limit;
        try {
            return select(table, sql, after == null ? List.of() : List.of(after));
        } catch (SQLException e) {
            throw JdbcTrouble.reading(JdbcTrouble.place(description, table, after), e);
        }
    }

    @Override
    public List<SourceRow> matching(SourceTable table, String column, Collection<Object> values) {
        if (values.isEmpty()) {
            return List.of();
        }
        Collection<Object> wanted = binary.values(quoted(table.name()), quoted(column), values);
        String marks = wanted.stream().map(value -> "?").collect(Collectors.joining(", "));
        String where = " WHERE " + quoted(column) + " IN (" + marks + ")";
        return rows(table, select(table, "") + where + " ORDER BY " + quoted(table.key()), wanted);
    }

    @Override
    public List<SourceRow> orphans(Source.Reference reference, @Nullable Object after, int limit) {
        SourceTable table = reference.table();
        SourceTable owner = reference.owner();
        String key = "t." + quoted(table.key());
        String sql = select(table, "t") + " t WHERE NOT EXISTS (SELECT 1 FROM " + quoted(owner.name()) + " o WHERE o."
                + quoted(owner.key()) + " = t." + quoted(reference.column()) + ")"
                + (after == null ? "" : " AND " + key + " > ?") + " ORDER BY " + key + " LIMIT " + limit;
        return rows(table, sql, after == null ? List.of() : List.of(after));
    }

    @Override
    public void close() {
        try (Connection closing = connection) {
            if (!closing.isClosed()) { // a connection that the server closed has no transaction left
                closing.rollback();
            }
        } catch (SQLException e) {
            throw JdbcTrouble.reading(description, e);
        }
    }

    private String select(SourceTable table, String alias) {
        String prefix = alias.isEmpty() ? "" : alias + ".";
        String columns =
                table.columns().stream().map(name -> prefix + quoted(name)).collect(Collectors.joining(", "));
        return "SELECT " + columns + " FROM " + quoted(table.name());
    }

    private List<SourceRow> rows(SourceTable table, String sql, Collection<Object> values) {
        try {
            return select(table, sql, values);
        } catch (SQLException e) {
            throw JdbcTrouble.reading(description + ", table " + table.name(), e);
        }
    }

    private List<SourceRow> select(SourceTable table, String sql, Collection<Object> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int index = 1;
            for (Object value : values) {
                statement.setObject(index++, value);
            }
            try (ResultSet found = statement.executeQuery()) {
                return Cells.rows(table, found);
            }
        }
    }

    private String quoted(String name) {
        return LookupSql.quoted(name, quote);
    }
}
