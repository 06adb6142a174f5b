package dev.lockstile.auth.schema.check;

import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.changelog.ChangeSetKey;
import dev.lockstile.auth.schema.internal.catalogue.DatabaseShapes;
import dev.lockstile.auth.schema.internal.shape.Shape;
import dev.lockstile.auth.schema.report.Finding;
import dev.lockstile.auth.schema.report.SchemaException;
import dev.lockstile.auth.schema.tools.EntityModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.serializer.core.string.StringChangeLogSerializer;

/**
 * Looks for what a table has lost, before further change sets run on it: without its unique key a table may hold a
 * value twice, and a change set that needs the key, the foreign key or the column then fails half-way.
 */
public final class MigrationBlockers {

    private static final Set<String> KEYS = Set.of("HM-12", "HM-13");

    private MigrationBlockers() {}

    /**
     * {@return the keys that are gone, by the rules HM-12 and HM-13; of tables that were taken over the columns of
     * attributes that are gone or retyped as well, by HM-02 and HM-17} A table that a waiting change set names is left
     * out, since that change set may put it right.
     *
     * @param schema the changelog and the database; nothing is written
     * @param entities the host's persistence unit
     * @throws SchemaException when the database cannot be reached or the changelog does not parse
     */
    public static List<Finding> of(AuthSchema schema, EntityModel entities) {
        List<Finding> lost = lost(schema, entities);
        if (lost.isEmpty()) {
            return lost;
        }
        String waiting = waiting(schema);
        return lost.stream()
                .filter(finding -> !waiting.contains(table(finding)))
                .toList();
    }

    private static List<Finding> lost(AuthSchema schema, EntityModel entities) {
        Set<String> takenOver = schema.baseline().all();
        try (Connection connection = schema.database().getConnection()) {
            Shape there = DatabaseShapes.read(connection).comparedBy(connection);
            Stream<Finding> tables = TableChecks.of(connection, there, entities).stream()
                    .filter(finding -> KEYS.contains(finding.id())
                            || finding.id().equals("HM-02") && takenOver.contains(finding.where()));
            Stream<Finding> retyped = ChangedColumns.of(schema, connection, there, entities).stream()
                    .filter(finding -> finding.id().equals("HM-17"));
            return Stream.concat(tables, retyped).toList();
        } catch (SQLException e) {
            throw new SchemaException("the tables cannot be read", e);
        }
    }

    private static String table(Finding finding) {
        return finding.where().substring(0, finding.where().indexOf('.')).toLowerCase(Locale.ROOT);
    }

    /** What the waiting change sets say, in small letters. */
    private static String waiting(AuthSchema schema) {
        Set<ChangeSetKey> keys = schema.pending().stream()
                .map(set -> new ChangeSetKey(set.path(), set.id(), set.author()))
                .collect(Collectors.toSet());
        if (keys.isEmpty()) {
            return "";
        }
        try (Connection connection = schema.database().getConnection()) {
            var database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            return schema.parsed()
                    .with(
                            database,
                            log -> log.getChangeSets().stream()
                                    .filter(set -> keys.contains(key(set)))
                                    .flatMap(set -> set.getChanges().stream())
                                    .map(MigrationBlockers::text)
                                    .collect(Collectors.joining("\n")))
                    .toLowerCase(Locale.ROOT);
        } catch (Exception e) {
            throw new SchemaException("the changelog cannot be read", e);
        }
    }

    private static String text(Change change) {
        return new StringChangeLogSerializer().serialize(change, false);
    }

    private static ChangeSetKey key(ChangeSet set) {
        return new ChangeSetKey(set.getFilePath(), set.getId(), set.getAuthor());
    }
}
