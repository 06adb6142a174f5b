package example.systems;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The tables and columns that the old application has, and a checksum over each table's old columns. */
record OldRows(Map<String, List<String>> columns) {

    static OldRows of(DataSource database) {
        Map<String, List<String>> columns = new TreeMap<>();
        try (Connection connection = database.getConnection();
                ResultSet tables = connection
                        .getMetaData()
                        .getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {
                            "TABLE", "BASE TABLE"
                        })) {
            while (tables.next()) {
                String table = tables.getString("TABLE_NAME");
                columns.put(table, columns(connection, table));
            }
            return new OldRows(columns);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet none =
                        statement.executeQuery("select * from " + quoted(connection, table) + " where 1 = 0")) {
            for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
                names.add(none.getMetaData().getColumnName(i));
            }
        }
        return names;
    }

    /** By table: how many rows, and a digest over them in whatever order. */
    Map<String, String> checksums(DataSource database) {
        Map<String, String> sums = new TreeMap<>();
        try (Connection connection = database.getConnection()) {
            for (String table : columns.keySet()) {
                List<String> rows = rows(connection, table);
                sums.put(table, rows.size() + " rows, " + digest(String.join("\n", rows)));
            }
            return sums;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> rows(Connection connection, String table) throws SQLException {
        List<String> names = columns.getOrDefault(table, List.of());
        StringBuilder list = new StringBuilder();
        for (String name : names) {
            list.append(list.isEmpty() ? "" : ", ").append(quoted(connection, name));
        }
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select " + list + " from " + quoted(connection, table))) {
            while (found.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= names.size(); i++) {
                    row.append(found.getString(i)).append('\u0001');
                }
                rows.add(row.toString());
            }
        }
        return rows.stream().sorted().collect(Collectors.toList());
    }

    private static String quoted(Connection connection, String name) throws SQLException {
        String quote = connection.getMetaData().getIdentifierQuoteString();
        return quote + name + quote;
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
