package dev.lockstile.auth.schema.check;

import dev.lockstile.auth.schema.internal.catalogue.DatabaseShapes;
import dev.lockstile.auth.schema.internal.shape.ColumnShape;
import dev.lockstile.auth.schema.internal.shape.Shape;
import dev.lockstile.auth.schema.internal.shape.TableShape;
import dev.lockstile.auth.schema.report.Finding;
import dev.lockstile.auth.schema.report.SchemaException;
import dev.lockstile.auth.schema.tools.EntityModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** The entities against the tables that are there: what is missing, what may not be null, what has no index. */
final class TableChecks {

    private final List<Finding> findings = new ArrayList<>();

    private final OtherSchemas elsewhere;

    private TableChecks(OtherSchemas elsewhere) {
        this.elsewhere = elsewhere;
    }

    static List<Finding> of(DataSource database, EntityModel entities) {
        try (Connection connection = database.getConnection()) {
            return of(connection, DatabaseShapes.read(connection).comparedBy(connection), entities);
        } catch (SQLException e) {
            throw new SchemaException("the tables cannot be read", e);
        }
    }

    /** The same of tables that were read by this connection. */
    static List<Finding> of(Connection connection, Shape there, EntityModel entities) throws SQLException {
        TableChecks checks = new TableChecks(new OtherSchemas(connection));
        Collection<TableShape> tables =
                entities.mapped().shape().comparedBy(connection).tables().values();
        for (TableShape wanted : tables) {
            checks.table(there.tables().get(wanted.name()), wanted);
        }
        return checks.findings;
    }

    private void table(@org.jspecify.annotations.Nullable TableShape there, TableShape wanted) throws SQLException {
        if (there == null) {
            add(
                    "HM-01",
                    wanted.name(),
                    "an entity is mapped to this table, which is not there" + elsewhere.with(wanted.name()),
                    "migrate, or @Table(name = ...)");
            return;
        }
        wanted.columns().forEach(column -> column(there, column));
        constraints(there, wanted);
        there.columns().stream()
                .filter(column -> wanted.column(column.name()).isEmpty() && !column.nullable())
                .filter(column -> column.defaultValue() == null && !column.identity())
                .forEach(column -> add(
                        "HM-03",
                        wanted.name() + "." + column.name(),
                        "no attribute is mapped to this column, which may not be null: every insert fails",
                        "map it, or let it be null, or give it a default"));
        wanted.foreignKeys().stream()
                .filter(key -> !there.isIndexed(key.columns()))
                .forEach(key -> add(
                        "HM-04",
                        wanted.name() + "." + String.join(", ", key.columns()),
                        "a foreign key without an index: every lookup by it reads the whole table",
                        "@Table(indexes = @Index(columnList = \"" + String.join(", ", key.columns())
                                + "\")), then makemigrations"));
    }

    /** A constraint that the entities want and the table has lost; one in columns that are gone is told by them. */
    private void constraints(TableShape there, TableShape wanted) {
        wanted.indexes().stream()
                .filter(index -> index.unique() && hasAll(there, index.columns()) && !there.has(index))
                .forEach(index -> add(
                        "HM-12",
                        wanted.name() + "." + String.join(", ", index.columns()),
                        "the unique key over this is gone: two requests at once may store the same value twice",
                        "look for rows that are there twice, then add the unique constraint again"));
        wanted.foreignKeys().stream()
                .filter(key -> hasAll(there, key.columns()) && !there.has(key))
                .forEach(key -> add(
                        "HM-13",
                        wanted.name() + "." + String.join(", ", key.columns()),
                        "the foreign key over this is gone: rows may outlive what they belong to",
                        "look for rows without an owner, then add the foreign key again"));
    }

    private static boolean hasAll(TableShape there, List<String> columns) {
        return columns.stream().allMatch(column -> there.column(column).isPresent());
    }

    private void column(TableShape there, ColumnShape wanted) {
        String name = there.name() + "." + wanted.name();
        ColumnShape found = there.column(wanted.name()).orElse(null);
        if (found == null) {
            add(
                    "HM-02",
                    name,
                    "an attribute is mapped to this column, which is not there",
                    "migrate, or @Column(name = ...)");
        } else if (!found.nullable() && wanted.nullable() && found.defaultValue() == null && !found.identity()) {
            add(
                    "HM-03",
                    name,
                    "may be null by the entity, not by the table",
                    "@Column(nullable = false), or drop NOT NULL");
        }
    }

    private void add(String id, String where, String what, String fix) {
        findings.add(new Finding(id, where, what, fix));
    }
}
