package dev.lockstile.auth.schema.internal.definition;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads rows of texts. */
final class Rows {

    private Rows() {}

    /** The rows of a query; a cell that is null is an empty text. */
    static List<List<String>> of(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            List<List<String>> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                        String cell = found.getString(i);
                        row.add(cell == null ? "" : cell);
                    }
                    rows.add(row);
                }
            }
            return rows;
        }
    }

    /** The first cells of the rows. */
    static List<String> first(Connection connection, String sql, String... values) throws SQLException {
        return of(connection, sql, values).stream().map(row -> row.get(0)).toList();
    }
}
