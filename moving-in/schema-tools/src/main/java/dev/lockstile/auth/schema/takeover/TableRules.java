package dev.lockstile.auth.schema.takeover;

import dev.lockstile.auth.schema.internal.shape.ColumnShape;
import dev.lockstile.auth.schema.internal.shape.Shape;
import dev.lockstile.auth.schema.internal.shape.TableShape;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the database demands of the values of old columns.
 *
 * @param uniques by table, the columns of each unique index, those inside of expressions among them
 * @param checks by table, the conditions of its check constraints
 */
record TableRules(Map<String, List<Set<String>>> uniques, Map<String, List<String>> checks) {

    /** Each part of a key by itself, so that the condition of a partial index is none of them. */
    private static final String POSTGRES_UNIQUES =
            "select t.relname, i.indexrelid, pg_get_indexdef(i.indexrelid, k, true) from pg_index i join pg_class t on"
                    + " t.oid = i.indrelid cross join lateral generate_series(1, i.indnkeyatts) k where (i.indisunique or i.indisexclusion) and"
                    + " t.relnamespace = current_schema()::regnamespace order by 1, 2, 3";

    private static final String POSTGRES_CHECKS =
            "select t.relname, pg_get_constraintdef(c.oid) from pg_constraint c join pg_class t on t.oid = c.conrelid"
                    + " where c.contype = 'c' and t.relnamespace = current_schema()::regnamespace order by 1, 2";
    private static final String H2_CHECKS =
            "select t.table_name, c.check_clause from information_schema.check_constraints c join"
                    + " information_schema.table_constraints t using (constraint_schema, constraint_name) where"
                    + " c.constraint_schema = current_schema order by 1, 2";
    private static final String MARIADB_CHECKS =
            "select table_name, check_clause from information_schema.check_constraints where constraint_schema ="
                    + " database() order by 1, 2";

    static TableRules read(Connection connection, Shape shape) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        Map<String, List<Set<String>>> uniques =
                product.equals("PostgreSQL") ? uniques(connection, shape) : uniques(shape);
        String sql = switch (product) {
            case "PostgreSQL" -> POSTGRES_CHECKS;
            case "H2" -> H2_CHECKS;
            default -> MARIADB_CHECKS;
        };
        Map<String, List<String>> checks = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                checks.computeIfAbsent(named(shape, found.getString(1)), t -> new ArrayList<>())
                        .add(found.getString(2));
            }
        }
        return new TableRules(uniques, checks);
    }

    /** The columns of unique indexes, the primary key left out. */
    List<Set<String>> uniquesOf(TableShape table) {
        return uniques.getOrDefault(table.name(), List.of()).stream()
                .filter(columns -> !columns.equals(Set.copyOf(table.key())))
                .toList();
    }

    /** The conditions that name a column. */
    List<String> checksOf(TableShape table, String column) {
        return checks.getOrDefault(table.name(), List.of()).stream()
                .filter(check -> names(check, column) && !check.matches("(?is)\\W*\\w+\\W+is not null\\W*"))
                .toList();
    }

    private static Map<String, List<Set<String>>> uniques(Shape shape) {
        Map<String, List<Set<String>>> uniques = new TreeMap<>();
        shape.tables()
                .values()
                .forEach(table -> uniques.put(
                        table.name(),
                        table.indexes().stream()
                                .filter(index -> index.unique())
                                .map(index -> Set.copyOf(index.columns()))
                                .toList()));
        return uniques;
    }

    private static Map<String, List<Set<String>>> uniques(Connection connection, Shape shape) throws SQLException {
        Map<String, Map<String, StringBuilder>> parts = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(POSTGRES_UNIQUES)) {
            while (found.next()) {
                parts.computeIfAbsent(found.getString(1), t -> new TreeMap<>())
                        .computeIfAbsent(found.getString(2), i -> new StringBuilder())
                        .append(found.getString(3))
                        .append(" , ");
            }
        }
        Map<String, List<Set<String>>> uniques = new TreeMap<>();
        parts.forEach((name, indexes) -> {
            TableShape table = shape.tables().get(name);
            if (table != null) {
                uniques.put(
                        name,
                        indexes.values().stream()
                                .map(text -> table.columns().stream()
                                        .map(ColumnShape::name)
                                        .filter(column -> names(text.toString(), column))
                                        .collect(Collectors.toSet()))
                                .toList());
            }
        });
        return uniques;
    }

    private static String named(Shape shape, String table) {
        return shape.tables().keySet().stream()
                .filter(name -> name.equalsIgnoreCase(table))
                .findFirst()
                .orElse(table);
    }

    private static boolean names(String sql, String column) {
        return Pattern.compile("(?i)(?<![\\w$.'])" + Pattern.quote(column) + "(?![\\w$'(])")
                .matcher(sql)
                .find();
    }
}
