package dev.lockstile.examples.quickstart;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** All that a database holds, as a thief reads it. */
final class DatabaseText {

    private DatabaseText() {}

    static String of(Connection database) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = database.getMetaData()
                .getTables(null, database.getSchema(), "%", new String[] {"BASE TABLE", "TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        StringBuilder text = new StringBuilder();
        try (Statement statement = database.createStatement()) {
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("select * from \"" + table + '"')) {
                    append(text, rows);
                }
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, ResultSet rows) throws SQLException {
        while (rows.next()) {
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                Object value = rows.getObject(column);
                String shown = value instanceof byte[] bytes
                        ? new String(bytes, StandardCharsets.ISO_8859_1)
                        : rows.getString(column);
                text.append(shown).append(' ');
            }
            text.append('\n');
        }
    }
}
