package dev.lockstile.auth.schema.internal.resume;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import liquibase.change.ColumnConfig;
import liquibase.change.ConstraintsConfig;
import liquibase.change.core.CreateTableChange;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import org.jspecify.annotations.Nullable;

/**
 * A temporary table of a session, made of the columns that a change would make. What the database says of it is what it
 * would say of the columns: no type is compared by its name, of which each database has several.
 */
final class TwinTable {

    /** What its name begins with. */
    static final String NAME = "lockstile_twin";

    private final Database database;
    private final Catalogue catalogue;

    TwinTable(Database database, Catalogue catalogue) {
        this.database = database;
        this.catalogue = catalogue;
    }

    /** What the database would say of these columns; null where its user may not make such a table. */
    @Nullable
    Map<String, String> of(List<? extends ColumnConfig> columns) throws SQLException {
        Connection connection = ((JdbcConnection) database.getConnection()).getUnderlyingConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql(columns));
            try {
                return catalogue.columns(NAME);
            } finally {
                statement.execute("drop table " + database.escapeTableName(null, null, NAME));
            }
        }
    }

    private String sql(List<? extends ColumnConfig> columns) {
        CreateTableChange twin = new CreateTableChange();
        twin.setTableName(NAME);
        twin.setColumns(columns.stream().map(TwinTable::plain).collect(Collectors.toList()));
        String made = SqlGeneratorFactory.getInstance()
                .generateSql(twin.generateStatements(database)[0], database)[0]
                .toSql();
        String temporary =
                database.getShortName().equals("h2") ? "CREATE LOCAL TEMPORARY TABLE" : "CREATE TEMPORARY TABLE";
        return made.replaceFirst("^CREATE TABLE", temporary);
    }

    /** Without the names of constraints, which are taken, and without references. */
    private static ColumnConfig plain(ColumnConfig column) {
        ConstraintsConfig given = column.getConstraints();
        ConstraintsConfig kept = new ConstraintsConfig();
        if (given != null) {
            kept.setNullable(given.isNullable());
            kept.setPrimaryKey(given.isPrimaryKey());
        }
        ColumnConfig plain = new ColumnConfig()
                .setName(column.getName())
                .setType(column.getType())
                .setAutoIncrement(column.isAutoIncrement())
                .setDefaultValue(column.getDefaultValue())
                .setDefaultValueNumeric(column.getDefaultValueNumeric())
                .setDefaultValueBoolean(column.getDefaultValueBoolean())
                .setDefaultValueDate(column.getDefaultValueDate())
                .setDefaultValueComputed(column.getDefaultValueComputed())
                .setConstraints(kept);
        plain.setGenerationType(column.getGenerationType());
        return plain;
    }
}
