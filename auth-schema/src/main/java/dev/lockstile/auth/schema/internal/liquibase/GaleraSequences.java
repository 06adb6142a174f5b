package dev.lockstile.auth.schema.internal.liquibase;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import liquibase.database.Database;
import liquibase.database.core.MariaDBDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.ValidationErrors;
import liquibase.sql.Sql;
import liquibase.sql.UnparsedSql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.core.AbstractSqlGenerator;
import liquibase.statement.core.CreateSequenceStatement;
import liquibase.structure.DatabaseObject;

/**
 * Makes sequences without a cache on a Galera cluster, which refuses one with a cache unless its increment is 0. Where
 * a change set names a cache it counts.
 */
public final class GaleraSequences extends AbstractSqlGenerator<CreateSequenceStatement> {

    @Override
    public int getPriority() {
        return PRIORITY_DATABASE + 1;
    }

    /**
     * Liquibase asks once for all databases of a kind and version: which of them is a cluster is seen at each
     * statement.
     */
    @Override
    public boolean supports(CreateSequenceStatement statement, Database database) {
        return database instanceof MariaDBDatabase;
    }

    private static boolean isCluster(JdbcConnection connection) {
        try (Statement statement = connection.getUnderlyingConnection().createStatement();
                ResultSet found = statement.executeQuery("show variables like 'wsrep_on'")) {
            return found.next() && "ON".equals(found.getString(2));
        } catch (SQLException e) {
            return false; // the statement that makes the sequence tells it better
        }
    }

    @Override
    public ValidationErrors validate(
            CreateSequenceStatement statement, Database database, SqlGeneratorChain<CreateSequenceStatement> chain) {
        return chain.validate(statement, database);
    }

    @Override
    public Sql[] generateSql(
            CreateSequenceStatement statement, Database database, SqlGeneratorChain<CreateSequenceStatement> chain) {
        Sql[] usual = chain.generateSql(statement, database);
        boolean isRefused = statement.getCacheSize() == null
                && database.getConnection() instanceof JdbcConnection connection
                && isCluster(connection);
        return isRefused ? withoutCache(usual) : usual;
    }

    private static Sql[] withoutCache(Sql[] statements) {
        return Arrays.stream(statements)
                .map(sql -> new UnparsedSql(
                        sql.toSql() + " NOCACHE",
                        sql.getAffectedDatabaseObjects().toArray(DatabaseObject[]::new)))
                .toArray(Sql[]::new);
    }
}
