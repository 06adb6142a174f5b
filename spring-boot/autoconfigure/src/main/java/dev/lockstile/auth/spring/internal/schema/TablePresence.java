package dev.lockstile.auth.spring.internal.schema;

import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.schema.AuthTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.InitializingBean;

/**
 * Names all tables that are missing before Hibernate validates them, which would name the first one alone. It refuses
 * no start that Hibernate would let pass: an entity's table has to be missing, by the database's own word.
 */
final class TablePresence implements InitializingBean {

    /** What ISO, H2 and PostgreSQL call a table that is not there. */
    private static final Set<String> NO_TABLE = Set.of("42S02", "42S03", "42S04", "42P01");

    private final DataSource database;
    private final Collection<String> ofEntities;

    TablePresence(DataSource database, Collection<String> ofEntities) {
        this.database = database;
        this.ofEntities = List.copyOf(ofEntities);
    }

    @Override
    public void afterPropertiesSet() throws SQLException {
        List<String> missing = missing(ofEntities);
        if (!missing.isEmpty()) {
            missing.addAll(missing(List.of(AuthTable.OUTBOX.defaultName(), AuthTable.THROTTLE.defaultName())));
            throw new AuthSetupException(
                    List.of("tables-missing: no " + String.join(", ", missing) + " in the database"));
        }
    }

    private List<String> missing(Collection<String> tables) throws SQLException {
        List<String> missing = new ArrayList<>();
        for (String table : tables) {
            if (isMissing(table)) {
                missing.add(table);
            }
        }
        return missing;
    }

    /** Each on a connection of its own, since a failed statement may end the transaction it is in. */
    private boolean isMissing(String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet none = statement.executeQuery("select 1 from " + table + " where 1 = 0")) {
                return none.next();
            } catch (SQLException e) {
                return NO_TABLE.contains(e.getSQLState());
            }
        }
    }
}
