package dev.lockstile.auth.schema.tools;

import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.Migration;
import dev.lockstile.auth.schema.internal.catalogue.DatabaseShapes;
import dev.lockstile.auth.schema.internal.catalogue.ShapeText;
import dev.lockstile.auth.schema.internal.shape.Shape;
import dev.lockstile.auth.schema.report.SchemaException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * Where two databases of one changelog differ.
 *
 * @param history change sets that have run in one and not in the other, a line each
 * @param tables columns, keys and indexes that one has and the other has not or has otherwise, a line each
 */
public record SchemaDifferences(List<String> history, List<String> tables) {

    /** {@return true when there is no difference} */
    public boolean isEmpty() {
        return history.isEmpty() && tables.isEmpty();
    }

    /**
     * {@return where another database of the same changelog differs from a schema's, in history and in its tables}
     *
     * @param here the changelog and one database
     * @param other the other database; both are only read
     */
    public static SchemaDifferences between(AuthSchema here, DataSource other) {
        AuthSchema there = here.on(other);
        return new SchemaDifferences(
                compare(states(here.history()), states(there.history())),
                compare(ShapeText.facts(shape(here.database())), ShapeText.facts(shape(there.database()))));
    }

    private static Map<String, String> states(List<Migration> migrations) {
        Map<String, String> states = new LinkedHashMap<>();
        migrations.forEach(m -> states.put(m.name(), m.state().toString().toLowerCase(java.util.Locale.ROOT)));
        return states;
    }

    private static List<String> compare(Map<String, String> here, Map<String, String> there) {
        List<String> lines = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(here.keySet());
        names.addAll(there.keySet());
        for (String name : names) {
            String first = here.getOrDefault(name, "not there");
            String second = there.getOrDefault(name, "not there");
            if (!first.equals(second)) {
                lines.add(name + ": here " + first + ", there " + second);
            }
        }
        return lines;
    }

    private static Shape shape(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return DatabaseShapes.read(connection);
        } catch (SQLException e) {
            throw new SchemaException(
                    SchemaException.Failure.UNREACHABLE, "the database cannot be read: " + e.getMessage(), e);
        }
    }
}
