package dev.lockstile.auth.schema.hosts;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** The tables and sequences of a database, and the rows of its history. */
public final class Relations {

    private static final String FOLDER = "dev/lockstile/auth/schema/v1/";

    private Relations() {}

    /** Such as {@code TABLE auth_user} and {@code SEQUENCE auth_user_seq}. */
    public static Set<String> of(DataSource database) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (Connection connection = database.getConnection()) {
            boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
            try (ResultSet rows = connection
                    .getMetaData()
                    .getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {
                        "TABLE", "BASE TABLE", "SEQUENCE"
                    })) {
                while (rows.next()) {
                    String type = rows.getString("TABLE_TYPE").replace("BASE TABLE", "TABLE");
                    found.add(type + " " + rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
                }
            }
            if (h2) {
                texts(connection, "select SEQUENCE_NAME from INFORMATION_SCHEMA.SEQUENCES").stream()
                        .filter(name -> !name.startsWith("SYSTEM"))
                        .forEach(name -> found.add("SEQUENCE " + name.toLowerCase(Locale.ROOT)));
            }
        }
        return found;
    }

    /** Such as {@code accounts.xml user-1 EXECUTED}, in the order in which they ran. */
    public static List<String> history(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return texts(
                            connection,
                            "select concat(FILENAME, ' ', ID, ' ', EXECTYPE) from DATABASECHANGELOG order by ORDEREXECUTED")
                    .stream()
                    .map(row -> row.replace(FOLDER, ""))
                    .toList();
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
