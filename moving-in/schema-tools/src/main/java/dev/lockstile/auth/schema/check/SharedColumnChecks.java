package dev.lockstile.auth.schema.check;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.schema.database.Identifiers;
import dev.lockstile.auth.schema.internal.catalogue.DatabaseShapes;
import dev.lockstile.auth.schema.internal.shape.TableShape;
import dev.lockstile.auth.schema.report.Finding;
import dev.lockstile.auth.schema.report.SchemaException;
import dev.lockstile.auth.schema.tools.EntityModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/**
 * Rows that another application has changed since their identifiers were owned and proven here, and rights that differ
 * from the ones it keeps. Reads the table of users once, from beginning to end.
 */
final class SharedColumnChecks {

    private SharedColumnChecks() {}

    static List<Finding> of(DataSource database, EntityModel entities, IdentifierRules rules) {
        return entities.classes().stream()
                .filter(AbstractUser.class::isAssignableFrom)
                .flatMap(user -> of(database, entities, user, rules).stream())
                .toList();
    }

    private static List<Finding> of(DataSource database, EntityModel entities, Class<?> user, IdentifierRules rules) {
        Map<String, String> columns = entities.columns(user);
        try (Connection connection = database.getConnection()) {
            Map<String, TableShape> tables = DatabaseShapes.read(connection).tables();
            TableShape table = tables.get(entities.table(user));
            if (table == null || table.key().size() != 1 || !hasAll(table, columns)) {
                return List.of(); // told by the other checks
            }
            String quote = connection.getMetaData().getIdentifierQuoteString();
            UnaryOperator<String> sql = name -> Identifiers.sql(name, quote);
            ImportedRows imported = ImportedRows.of(entities, tables, sql).orElse(null);
            return new UserScan(table, columns, rules, sql).over(connection, imported);
        } catch (SQLException e) {
            throw new SchemaException("the users cannot be read", e);
        }
    }

    private static boolean hasAll(TableShape table, Map<String, String> columns) {
        return UserScan.ATTRIBUTES.stream()
                .map(columns::get)
                .allMatch(column -> column != null && table.column(column).isPresent());
    }
}
