package dev.lockstile.auth.schema.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The statements that rename a table of the library with what is named after it, and say so in the history. Only reads.
 */
final class RenameStatements {

    private final Connection connection;
    private final String product;
    private final String from;
    private final String to;

    RenameStatements(Connection connection, String from, String to) throws SQLException {
        this.connection = connection;
        this.product = connection.getMetaData().getDatabaseProductName();
        this.from = from;
        this.to = to;
    }

    /**
     * One statement a line.
     *
     * @param changeSets the change sets that have the table's name in them, as {@code path::id::author}
     */
    String text(List<String> changeSets) throws SQLException {
        List<String> statements = new ArrayList<>();
        statements.add("ALTER TABLE " + from + " RENAME TO " + to);
        if (isMariaDb()) {
            indexes()
                    .forEach(index ->
                            statements.add("ALTER TABLE " + to + " RENAME INDEX " + index + " TO " + renamed(index)));
        } else {
            TreeSet<String> constraints = constraints();
            constraints.forEach(name ->
                    statements.add("ALTER TABLE " + to + " RENAME CONSTRAINT " + name + " TO " + renamed(name)));
            indexes().stream()
                    .filter(index -> constraints.stream().noneMatch(index::startsWith))
                    .forEach(index -> statements.add("ALTER INDEX " + index + " RENAME TO " + renamed(index)));
        }
        statements.addAll(sequence());
        statements.add(
                "UPDATE DATABASECHANGELOG SET MD5SUM = NULL, DESCRIPTION = SUBSTRING(REPLACE(DESCRIPTION, '" + from
                        + "', '" + to + "'), 1, 255) WHERE AUTHOR = 'lockstile' AND ID IN ("
                        + changeSets.stream()
                                .map(key -> "'" + key.split("::")[1] + "'")
                                .distinct()
                                .collect(Collectors.joining(", "))
                        + ")");
        return String.join(";\n", statements) + ";";
    }

    private boolean isMariaDb() {
        return product.equals("MariaDB") || product.equals("MySQL");
    }

    private TreeSet<String> constraints() throws SQLException {
        return named("select lower(constraint_name) from information_schema.table_constraints"
                + " where lower(table_name) = ? and table_schema = current_schema");
    }

    private TreeSet<String> indexes() throws SQLException {
        return switch (product) {
            case "PostgreSQL" ->
                named("select indexname from pg_indexes where tablename = ? and schemaname = current_schema");
            case "H2" ->
                named("select lower(index_name) from information_schema.indexes"
                        + " where lower(table_name) = ? and table_schema = current_schema");
            default ->
                named("select distinct index_name from information_schema.statistics"
                        + " where lower(table_name) = ? and table_schema = database()");
        };
    }

    private TreeSet<String> named(String query) throws SQLException {
        TreeSet<String> names = new TreeSet<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, from.toLowerCase(Locale.ROOT));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        names.removeIf(name -> !name.toLowerCase(Locale.ROOT).contains(from.toLowerCase(Locale.ROOT)));
        return names;
    }

    private String renamed(String name) {
        return name.replaceFirst("(?i)" + Pattern.quote(from), to);
    }

    /** H2 renames no sequence: another begins where it stands. */
    private List<String> sequence() throws SQLException {
        String old = from + "_seq";
        String fresh = to + "_seq";
        if (isMariaDb()) {
            return exists(
                                    "select 1 from information_schema.tables where lower(table_name) = ? and table_type = 'SEQUENCE'")
                            == null
                    ? List.of()
                    : List.of("RENAME TABLE " + old + " TO " + fresh);
        }
        if (product.equals("PostgreSQL")) {
            return exists("select 1 from pg_sequences where sequencename = ? and schemaname = current_schema") == null
                    ? List.of()
                    : List.of("ALTER SEQUENCE " + old + " RENAME TO " + fresh);
        }
        String next = exists("select base_value from information_schema.sequences where lower(sequence_name) = ?");
        return next == null
                ? List.of()
                : List.of(
                        "CREATE SEQUENCE " + fresh + " START WITH " + next + " INCREMENT BY 50",
                        "DROP SEQUENCE " + old);
    }

    private @Nullable String exists(String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, from.toLowerCase(Locale.ROOT) + "_seq");
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }
}
