package dev.lockstile.auth.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.change.AbstractSQLChange;
import liquibase.changelog.ChangeSet;
import liquibase.exception.LiquibaseException;

/**
 * Indexes that PostgreSQL began to build concurrently and did not finish, since a lock did not come in time or the
 * process was killed. They stay behind invalid: written and never read, and {@code IF NOT EXISTS} takes
 * them for done. Before a migration runs, those that its waiting change sets are about to build go, and are built anew.
 */
final class HalfBuiltIndexes {

    private static final Pattern BUILT = Pattern.compile(
            "^\\s*create\\s+(?:unique\\s+)?index\\s+concurrently\\s+if\\s+not\\s+exists\\s+(\\w+)\\s",
            Pattern.CASE_INSENSITIVE);
    private static final String INVALID = "select c.relname, quote_ident(c.relname) from pg_index i join pg_class c"
            + " on c.oid = i.indexrelid where not i.indisvalid and c.relkind <> 'I' and c.relnamespace = current_schema()::regnamespace";

    private HalfBuiltIndexes() {}

    /** Drops them, on a connection that holds the turn to migrate, so that no process of ours is building one now. */
    static void drop(Connection connection, Liquibase liquibase) throws LiquibaseException, SQLException {
        if (!connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            return;
        }
        Map<String, String> left = left(connection);
        if (left.isEmpty()) {
            return;
        }
        left.keySet().retainAll(awaited(liquibase));
        connection.commit();
        connection.setAutoCommit(true);
        try (Statement drop = connection.createStatement()) {
            for (String name : left.values()) {
                drop.execute("drop index concurrently if exists " + name);
            }
        } finally {
            connection.setAutoCommit(false);
        }
    }

    /** The names of those that are there, each as it stands in SQL, by the name. */
    private static Map<String, String> left(Connection connection) throws SQLException {
        Map<String, String> left = new TreeMap<>();
        try (Statement look = connection.createStatement();
                ResultSet found = look.executeQuery(INVALID)) {
            while (found.next()) {
                left.put(found.getString(1), found.getString(2));
            }
        }
        return left;
    }

    private static Set<String> awaited(Liquibase liquibase) throws LiquibaseException {
        return liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression()).stream()
                .flatMap(HalfBuiltIndexes::built)
                .collect(Collectors.toSet());
    }

    private static Stream<String> built(ChangeSet changeSet) {
        return changeSet.getChanges().stream()
                .filter(AbstractSQLChange.class::isInstance)
                .map(change -> BUILT.matcher(String.valueOf(((AbstractSQLChange) change).getSql())))
                .filter(Matcher::find)
                .map(found -> found.group(1).toLowerCase(Locale.ROOT));
    }
}
