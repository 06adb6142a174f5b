package dev.lockstile.auth.schema.takeover;

import dev.lockstile.auth.schema.database.Identifiers;
import dev.lockstile.auth.schema.internal.shape.ColumnShape;
import dev.lockstile.auth.schema.internal.shape.SequenceShape;
import dev.lockstile.auth.schema.internal.shape.Shape;
import dev.lockstile.auth.schema.internal.shape.TableShape;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sequences from which an application takes the keys of its tables by itself, found by their names. One that is
 * behind the keys that are there is not trusted: its numbers are multiplied, or it belongs to something else.
 *
 * @param byTable by the names of the tables
 * @param behind the names of those that are behind, by the names of the tables
 * @param others the sequences that stand on their own and are no default of a column: an application may take keys from
 *     one
 * @param generators the tables from which Hibernate takes keys where it has no sequence
 */
record KeySequences(
        Map<String, SequenceShape> byTable, Map<String, String> behind, List<String> others, List<String> generators) {

    /** The columns of Hibernate's tables of numbers, the newest name first. */
    private static final Set<String> COUNTS =
            Set.of("next_val", "sequence_next_hi_value", "next_hi", "gen_val", "gen_value");

    private static final String DEFAULTS_POSTGRES =
            "select pg_get_expr(adbin, adrelid) from pg_attrdef where pg_get_expr(adbin, adrelid) like 'nextval(%'";
    private static final String DEFAULTS_H2 =
            "select column_default from information_schema.columns where column_default"
                    + " like '%NEXT VALUE FOR%' and table_schema = current_schema";

    private static final String DEFAULTS_MARIADB = "select column_default from information_schema.columns"
            + " where column_default like 'nextval(%' and table_schema = database()";

    /** MariaDB's default of a key; the driver does not tell the number that it gave. */
    private static final Pattern DRAWN = Pattern.compile("nextval\\((?:`[^`]+`\\.)?`([^`]+)`\\)");

    private static final Set<String> NUMBERS = Set.of("Integer", "Long");

    static KeySequences read(Connection connection, Shape shape) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        Map<String, SequenceShape> found = new TreeMap<>();
        Map<String, String> behind = new TreeMap<>();
        for (TableShape table : shape.tables().values()) {
            SequenceShape sequence = named(table, shape);
            if (sequence != null && isBehind(connection, table, sequence, product)) {
                behind.put(table.name(), sequence.name());
            } else if (sequence != null) {
                found.put(table.name(), sequence);
            }
        }
        return new KeySequences(found, behind, others(connection, shape, product), generators(shape));
    }

    private static List<String> others(Connection connection, Shape shape, String product) throws SQLException {
        List<String> others = new ArrayList<>(shape.sequences().keySet());
        try (Statement statement = connection.createStatement();
                ResultSet defaults = statement.executeQuery(defaults(product))) {
            while (defaults.next()) {
                String text = defaults.getString(1).toLowerCase(Locale.ROOT);
                others.removeIf(name -> text.matches(".*\\b" + Pattern.quote(name) + "\\b.*"));
            }
        }
        return List.copyOf(others);
    }

    private static String defaults(String product) {
        return switch (product) {
            case "H2" -> DEFAULTS_H2;
            case "PostgreSQL" -> DEFAULTS_POSTGRES;
            default -> DEFAULTS_MARIADB;
        };
    }

    private static List<String> generators(Shape shape) {
        return shape.tables().values().stream()
                .filter(table -> table.columns().size() <= 2
                        && table.columns().stream()
                                .anyMatch(
                                        column -> COUNTS.contains(column.name().toLowerCase(Locale.ROOT))))
                .map(TableShape::name)
                .toList();
    }

    private static @Nullable SequenceShape named(TableShape table, Shape shape) {
        if (table.key().size() != 1) {
            return null;
        }
        ColumnShape key = table.column(table.key().get(0)).orElseThrow();
        if (key.identity() || !NUMBERS.contains(String.valueOf(CatalogueTypes.keyType(key)))) {
            return null;
        }
        Matcher drawn = DRAWN.matcher(String.valueOf(key.defaultValue()));
        if (drawn.matches()) {
            return shape.sequences().get(drawn.group(1).toLowerCase(Locale.ROOT));
        }
        String name = Identifiers.words(table.name());
        return Stream.of(
                        name + "_seq",
                        name + "_" + Identifiers.words(key.name()) + "_seq",
                        "seq_" + name,
                        "hibernate_sequence",
                        "sequence_generator")
                .map(shape.sequences()::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static boolean isBehind(Connection connection, TableShape table, SequenceShape sequence, String product)
            throws SQLException {
        String quote = connection.getMetaData().getIdentifierQuoteString();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select count(*) from " + Identifiers.sql(table.name(), quote)
                        + " where " + Identifiers.sql(table.key().get(0), quote) + " > " + last(sequence, product))) {
            found.next();
            return found.getLong(1) > 0;
        }
    }

    /** The last number that was given, as far as the database knows. */
    private static String last(SequenceShape sequence, String product) {
        return switch (product) {
            case "H2" ->
                "(select base_value - increment from information_schema.sequences where sequence_schema = current_schema"
                        + " and sequence_name = '" + sequence.spelling() + "')";
            case "PostgreSQL" ->
                "(select case when is_called then last_value else last_value - " + sequence.increment() + " end from "
                        + Identifiers.sql(sequence.spelling()) + ")";
            default ->
                "(select next_not_cached_value - " + sequence.increment() + " from "
                        + Identifiers.sql(sequence.spelling(), "`") + ")";
        };
    }

    @Nullable
    SequenceShape of(TableShape table) {
        return byTable.get(table.name());
    }
}
