package dev.lockstile.auth.schema.check;

import dev.lockstile.auth.schema.internal.sql.OpaqueColumns;
import dev.lockstile.auth.schema.report.Finding;
import dev.lockstile.auth.schema.report.SchemaException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Digests, hashes, keys and what other sites know people by are opaque texts in which upper and lower case differ.
 * MariaDB and MySQL take them for the same unless the collation of the column says otherwise, and by default it does
 * not.
 */
final class LetterCaseChecks {

    private static final String COLUMNS =
            "select table_name, column_name, collation_name, column_type, is_nullable, column_default"
                    + " from information_schema.columns"
                    + " where table_schema = database() and collation_name like '%\\_ci' and "
                    + OpaqueColumns.CONDITION
                    + " order by table_name, ordinal_position";

    private LetterCaseChecks() {}

    static List<Finding> of(DataSource database) {
        try (Connection connection = database.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
            return product.contains("mariadb") || product.contains("mysql") ? of(connection) : List.of();
        } catch (SQLException e) {
            throw new SchemaException("the collations cannot be read", e);
        }
    }

    private static List<Finding> of(Connection connection) throws SQLException {
        Map<String, List<LaxColumn>> lax = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(COLUMNS)) {
            while (found.next()) {
                lax.computeIfAbsent(found.getString(1), table -> new ArrayList<>())
                        .add(new LaxColumn(found.getString(2) + " (" + found.getString(3) + ")", modified(found)));
            }
        }
        List<Finding> findings = new ArrayList<>();
        lax.forEach((table, columns) -> findings.add(new Finding(
                "HM-07",
                table,
                "opaque texts that differ in upper and lower case count as the same: "
                        + joined(columns, LaxColumn::shown),
                "alter table `" + table + "` " + joined(columns, LaxColumn::fix)
                        + "; other columns of the table keep how they compare")));
        return findings;
    }

    private static String joined(List<LaxColumn> columns, Function<LaxColumn, String> part) {
        return columns.stream().map(part).collect(Collectors.joining(", "));
    }

    /** The column as it is, with a collation of its own. MariaDB tells a default as it is written in SQL. */
    private static String modified(ResultSet column) throws SQLException {
        String value = column.getString(6);
        return "modify `" + column.getString(2) + "` " + column.getString(4)
                + OpaqueColumns.BINARY
                + (column.getString(5).equals("NO") ? " not null" : " null")
                + (value == null || value.equals("NULL") ? "" : " default " + value);
    }

    /**
     * A column in which case does not count.
     *
     * @param shown its name and collation
     * @param fix the part of a statement that alters it
     */
    private record LaxColumn(String shown, String fix) {}
}
