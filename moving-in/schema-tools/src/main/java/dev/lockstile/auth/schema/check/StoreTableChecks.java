package dev.lockstile.auth.schema.check;

import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.internal.catalogue.DatabaseShapes;
import dev.lockstile.auth.schema.report.Finding;
import dev.lockstile.auth.schema.report.SchemaException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The tables that the store keeps for itself: no entity tells of them, and requests and imports fail without. */
final class StoreTableChecks {

    private StoreTableChecks() {}

    static List<Finding> of(AuthSchema schema) {
        Set<String> missing = new TreeSet<>(schema.storeTables());
        missing.removeAll(there(schema));
        if (missing.isEmpty()) {
            return List.of();
        }
        boolean included = schema.libraryTables().containsAll(missing);
        return missing.stream()
                .map(table -> new Finding(
                        "HM-10",
                        table,
                        "a table that the store keeps for itself is not there: what needs it fails",
                        included
                                ? "migrate"
                                : "add to " + schema.changelog() + ": <include file=\"" + AuthSchema.OWN_TABLES
                                        + "\"/>, then migrate"))
                .toList();
    }

    private static Set<String> there(AuthSchema schema) {
        try (Connection connection = schema.database().getConnection()) {
            return DatabaseShapes.read(connection).tables().keySet().stream()
                    .map(name -> name.toLowerCase(java.util.Locale.ROOT))
                    .collect(Collectors.toSet());
        } catch (SQLException e) {
            throw new SchemaException("the tables cannot be read", e);
        }
    }
}
