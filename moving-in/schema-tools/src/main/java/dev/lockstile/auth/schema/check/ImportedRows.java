package dev.lockstile.auth.schema.check;

import dev.lockstile.auth.model.AbstractLegacyLink;
import dev.lockstile.auth.schema.internal.shape.TableShape;
import dev.lockstile.auth.schema.tools.EntityModel;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The rows of users that an import has read, by the links that it wrote. */
final class ImportedRows {

    private static final int FETCH = 1000;

    private final Class<?> link;
    private final EntityModel entities;
    private final UnaryOperator<String> sql;

    private ImportedRows(Class<?> link, EntityModel entities, UnaryOperator<String> sql) {
        this.link = link;
        this.entities = entities;
        this.sql = sql;
    }

    /**
     * Empty when the host keeps no links, or has no table for them yet.
     *
     * @param sql how a name stands in a statement
     */
    static Optional<ImportedRows> of(EntityModel entities, Map<String, TableShape> tables, UnaryOperator<String> sql) {
        return entities.classes().stream()
                .filter(AbstractLegacyLink.class::isAssignableFrom)
                .filter(link -> tables.containsKey(entities.table(link)))
                .findFirst()
                .map(link -> new ImportedRows(link, entities, sql));
    }

    /** Takes away the keys that an import has read, in place or into the row. */
    void removeFrom(Collection<String> keys, Connection connection) throws SQLException {
        String statement = "select " + column("legacyId") + ", " + column("localRef") + " from "
                + sql.apply(entities.table(link)) + " where " + column("entity") + " = 'users'";
        try (PreparedStatement select = connection.prepareStatement(statement)) {
            select.setFetchSize(FETCH);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    keys.remove(row.getString(1));
                    keys.remove(row.getString(2));
                }
            }
        }
    }

    private String column(String attribute) {
        return sql.apply(entities.columns(link).getOrDefault(attribute, attribute));
    }
}
