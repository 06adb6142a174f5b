package dev.lockstile.auth.schema.takeover;

import dev.lockstile.auth.schema.database.DatabaseIdentity;
import dev.lockstile.auth.schema.database.UpdateTrigger;
import dev.lockstile.auth.schema.internal.catalogue.DatabaseShapes;
import dev.lockstile.auth.schema.internal.definition.TableDefinitions;
import dev.lockstile.auth.schema.internal.shape.Shape;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * What is read of the old application's database.
 *
 * @param partitioned the tables that consist of partitions
 * @param parts those partitions
 * @param triggers those that fire when a row is updated
 * @param sequences those that give keys
 * @param rules what the database demands of values
 * @param definitions the statements that make its tables; read while the connection is open
 * @param place which database it is
 * @param dbms which kind of database it is, as Liquibase names it
 */
record OldSchema(
        Shape shape,
        Set<String> partitioned,
        Set<String> parts,
        List<UpdateTrigger> triggers,
        KeySequences sequences,
        TableRules rules,
        TableDefinitions definitions,
        String place,
        String dbms) {

    static OldSchema read(Connection connection) throws SQLException {
        Shape shape = DatabaseShapes.read(connection);
        return new OldSchema(
                shape,
                Partitioned.read(connection),
                Partitioned.parts(connection),
                UpdateTrigger.read(connection),
                KeySequences.read(connection, shape),
                TableRules.read(connection, shape),
                TableDefinitions.on(connection),
                DatabaseIdentity.of(connection),
                dbms(connection));
    }

    /** As Liquibase names it. */
    static String dbms(Connection connection) throws SQLException {
        return switch (connection.getMetaData().getDatabaseProductName()) {
            case "H2" -> "h2";
            case "PostgreSQL" -> "postgresql";
            default -> "mariadb,mysql";
        };
    }
}
