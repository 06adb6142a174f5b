package dev.lockstile.auth.migrate.back;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientException;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Writes to the tables of a known old system. One table of ours in that database, made by {@link #createTable()}, holds
 * for each person the key over there and the number of the last state: it is written in one transaction with the
 * person's row, so a state that comes again, or late, changes nothing.
 *
 * <p>Who was never over there gets a row once they have proven an address or number here, unless somebody there has that
 * address: then nothing is written and the person is parked, since it may be somebody else. A hash that the old system
 * cannot read becomes an unusable one, so that a password the person replaced here does not stay good there. Nobody
 * becomes staff or superuser by it. The pool wants a socket timeout shorter than the lease.
 */
public final class JdbcOldSystem implements OldSystem {

    private static final Set<String> OUTAGES = Set.of("08", "28", "3D", "40", "42", "53", "55", "57");

    private final DataSource database;
    private final String system;
    private final OldTable table;
    private final Winner winner;

    private JdbcOldSystem(DataSource database, String system, OldTable table, Winner winner) {
        this.database = database;
        this.system = system;
        this.table = table;
        this.winner = winner;
    }

    /**
     * What is changed here wins.
     *
     * @param database with a user that may read and write the table, and ours
     * @param system the name that the import or the adoption has in the ledger, such as {@code jb-drf-auth}
     */
    public static JdbcOldSystem of(DataSource database, String system, OldTable table) {
        return new JdbcOldSystem(database, system, table, Winner.OURS);
    }

    /**
     * The same with another winner.
     *
     * @throws IllegalArgumentException for the newest where the table does not tell when a row was changed
     */
    public JdbcOldSystem winner(Winner declared) {
        if (declared == Winner.NEWEST && table.modified() == null) {
            throw new IllegalArgumentException(table.name() + " does not tell when a row was changed: ours or theirs");
        }
        return new JdbcOldSystem(database, system, table, declared);
    }

    /** Makes the table of ours in the old database unless it is there. */
    public void createTable() throws SQLException {
        try (Connection connection = database.getConnection()) {
            Marks.createTable(connection);
        }
    }

    @Override
    public String system() {
        return system;
    }

    @Override
    public String entity() {
        return table.entity();
    }

    @Override
    public Set<String> otherPeople() {
        return table.otherPeople();
    }

    /** Of a state that is refused, a closed account and another password are written all the same. */
    @Override
    public Delivery put(PersonState person) throws OldSystemDownException {
        Delivery delivery = attempt(person);
        PersonState urgent = person.urgent();
        if (delivery instanceof Delivery.Refused && urgent != null && !urgent.equals(person)) {
            attempt(urgent);
        }
        return delivery;
    }

    private Delivery attempt(PersonState person) throws OldSystemDownException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Delivery delivery = new OldRow(connection, table, winner).put(person);
                connection.commit();
                return delivery;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            return failure(e);
        }
    }

    /** State and nothing else: the database's text may quote the row. */
    private static Delivery failure(SQLException e) throws OldSystemDownException {
        String state = e.getSQLState();
        if (state == null
                || e instanceof SQLTransientException
                || e instanceof SQLNonTransientConnectionException
                || e instanceof SQLTimeoutException
                || OUTAGES.contains(state.substring(0, Math.min(2, state.length())))) {
            throw new OldSystemDownException("SQLState " + state + ", code " + e.getErrorCode());
        }
        if (state.startsWith("23")) {
            return new Delivery.Refused("refused_by_a_constraint");
        }
        if (state.startsWith("22")) {
            return new Delivery.Refused("does_not_fit");
        }
        throw new IllegalStateException("SQLState " + state + ", code " + e.getErrorCode());
    }
}
