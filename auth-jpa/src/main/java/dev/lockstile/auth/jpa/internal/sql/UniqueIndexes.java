package dev.lockstile.auth.jpa.internal.sql;

import static dev.lockstile.auth.jpa.internal.sql.ViolatedKey.plain;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the columns of a table's unique indexes by their names, all as {@link ViolatedKey#plain} writes them. */
public final class UniqueIndexes {

    /** The table is found as a statement finds it, search path included. */
    private static final String POSTGRES = "select i.relname, pg_catalog.pg_get_indexdef(x.indexrelid, k.n, true)"
            + " from pg_catalog.pg_index x join pg_catalog.pg_class i on i.oid = x.indexrelid"
            + " cross join lateral generate_series(1, x.indnatts::integer) as k(n)"
            + " where x.indrelid = pg_catalog.to_regclass(?) and x.indisunique";

    /** An index over the lower case of a column is an index over the column here. */
    private static final Pattern FOLDED = Pattern.compile("(?:lower|upper)\\(\\(?(\\w+)\\)?(?:::[\\w ]+)?\\)");

    private UniqueIndexes() {}

    /** @param table as statements write it */
    public static Map<String, Set<String>> of(Connection connection, String table) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        return product.equals("postgresql") ? ofPostgres(connection, table) : ofOthers(connection, table);
    }

    private static Map<String, Set<String>> ofPostgres(Connection connection, String table) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(POSTGRES)) {
            select.setString(1, table);
            try (ResultSet found = select.executeQuery()) {
                Map<String, Set<String>> indexes = new HashMap<>();
                while (found.next()) {
                    add(indexes, found.getString(1), found.getString(2));
                }
                return indexes;
            }
        }
    }

    private static Map<String, Set<String>> ofOthers(Connection connection, String table) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        String[] parts = table.split("\\.", -1);
        String name = stored(data, parts[parts.length - 1]);
        String above = parts.length > 1 ? stored(data, parts[parts.length - 2]) : null;
        boolean schemas = data.supportsSchemasInDataManipulation();
        String schema = !schemas ? null : above == null ? connection.getSchema() : above;
        String catalog = schemas || above == null ? connection.getCatalog() : above;
        Map<String, Set<String>> indexes = new HashMap<>();
        try (ResultSet found = data.getIndexInfo(catalog, schema, name, true, true)) {
            while (found.next()) {
                add(indexes, found.getString("INDEX_NAME"), found.getString("COLUMN_NAME"));
            }
        }
        return indexes;
    }

    private static void add(Map<String, Set<String>> indexes, @Nullable String name, @Nullable String column) {
        if (name == null || column == null) {
            return;
        }
        String text = plain(column);
        Matcher folded = FOLDED.matcher(text);
        indexes.computeIfAbsent(plain(name), any -> new HashSet<>()).add(folded.matches() ? folded.group(1) : text);
    }

    /** The name as the database keeps it. */
    private static String stored(DatabaseMetaData data, String written) throws SQLException {
        if (written.startsWith("\"") || written.startsWith("`")) {
            return written.substring(1, written.length() - 1);
        }
        if (data.storesUpperCaseIdentifiers()) {
            return written.toUpperCase(Locale.ROOT);
        }
        return data.storesLowerCaseIdentifiers() ? written.toLowerCase(Locale.ROOT) : written;
    }
}
