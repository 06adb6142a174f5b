package dev.lockstile.auth.schema.takeover;

import dev.lockstile.auth.schema.internal.catalogue.DatabaseShapes;
import dev.lockstile.auth.schema.internal.liquibase.DatabaseIdentity;
import dev.lockstile.auth.schema.internal.shape.Shape;
import dev.lockstile.auth.schema.internal.trigger.UpdateTrigger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * What is read of the old application's database.
 *
 * @param partitioned the tables that consist of partitions
 * @param triggers those that fire when a row is updated
 * @param sequences those that give keys
 * @param place which database it is
 */
record OldSchema(
        Shape shape, Set<String> partitioned, List<UpdateTrigger> triggers, KeySequences sequences, String place) {

    static OldSchema read(Connection connection) throws SQLException {
        Shape shape = DatabaseShapes.read(connection);
        return new OldSchema(
                shape,
                Partitioned.read(connection),
                UpdateTrigger.read(connection),
                KeySequences.read(connection, shape),
                DatabaseIdentity.of(connection));
    }
}
