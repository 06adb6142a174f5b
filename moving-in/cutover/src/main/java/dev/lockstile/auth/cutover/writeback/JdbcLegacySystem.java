package dev.lockstile.auth.cutover.writeback;

import dev.lockstile.auth.imports.source.TimedConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Writes to the tables of a known old system. One table of ours in that database, made by {@link #createTable()}, holds
 * for each person the key over there and the number of the last state: it is written in one transaction with the
 * person's row and before it, so a state that comes again, or late from a sender that was held up, changes nothing.
 *
 * <p>Who was never over there gets a row once they have proven an address or number here, unless another row there has
 * that address: then nothing is written and the user becomes a dead letter, since it may be another person. A hash that
 * the old system cannot read becomes an unusable one, so that a password the person replaced here does not stay good
 * there. No account becomes staff or superuser by it, and who is keeps the names and the password of that side. A state
 * that is not there after 30 seconds is given up, and its connection aborted.
 */
public final class JdbcLegacySystem implements LegacySystem {

    private static final Set<String> OUTAGES = Set.of("08", "28", "3D", "40", "42", "53", "55", "57");

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final DataSource database;
    private final String system;
    private final LegacyTable table;
    private final Rules rules;
    private final TimedConnections connections;

    private JdbcLegacySystem(DataSource database, String system, LegacyTable table, Rules rules) {
        this.database = database;
        this.system = system;
        this.table = table;
        this.rules = rules;
        this.connections = new TimedConnections(database, rules.limit());
    }

    /** @param staffToo true when names and passwords go to rows with rights as well */
    private record Rules(Winner winner, boolean staffToo, Duration limit) {}

    /**
     * {@return the table of an old application; what is changed here wins over what is changed there}
     *
     * @param database with a user that may read and write the table, and ours
     * @param system the name that the import or the adoption has in the ledger, such as {@code jb-drf-auth}
     * @param table its columns, such as {@link LegacyTable#django()}
     */
    public static JdbcLegacySystem of(DataSource database, String system, LegacyTable table) {
        return new JdbcLegacySystem(database, system, table, new Rules(Winner.OURS, false, LIMIT));
    }

    /**
     * {@return the same with another winner}
     *
     * @param declared who wins where both sides changed a person
     * @throws IllegalArgumentException for the newest where the table does not tell when a row was changed
     */
    public JdbcLegacySystem winner(Winner declared) {
        if (declared == Winner.NEWEST && table.modified() == null) {
            throw new IllegalArgumentException(table.name() + " does not tell when a row was changed: ours or theirs");
        }
        return new JdbcLegacySystem(database, system, table, new Rules(declared, rules.staffToo(), rules.limit()));
    }

    /**
     * {@return the same that writes names and passwords to accounts with rights over there (staff, superuser) as well}
     * Otherwise they keep theirs, and the delivery is kept back as {@code has_legacy_rights}: a thief of such an
     * account here, by a reset for instance, would get its rights over there too. The other side of it: a password that
     * was replaced here stays good there, until it is changed there.
     */
    public JdbcLegacySystem allowCredentialsOfStaff() {
        return new JdbcLegacySystem(database, system, table, new Rules(rules.winner(), true, rules.limit()));
    }

    /**
     * {@return the same with another limit for one state than 30 seconds, the wait for a connection included}
     *
     * @param limit shorter than the lease
     */
    public JdbcLegacySystem patientFor(Duration limit) {
        return new JdbcLegacySystem(database, system, table, new Rules(rules.winner(), rules.staffToo(), limit));
    }

    /**
     * Makes the table of ours in the old database unless it is there.
     *
     * @throws SQLException when the database refuses it
     */
    public void createTable() throws SQLException {
        try (Connection connection = database.getConnection()) {
            LastWritten.createTable(connection);
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
    public Delivery put(UserState person) throws DownException {
        Delivery delivery = attempt(person);
        UserState urgent = person.urgent();
        if (delivery instanceof Delivery.Refused && urgent != null && !urgent.equals(person)) {
            attempt(urgent);
        }
        return delivery;
    }

    private Delivery attempt(UserState person) throws DownException {
        try (TimedConnections.Timed timed = connections.open()) {
            Connection connection = timed.connection();
            connection.setAutoCommit(false);
            try {
                Delivery delivery = new LegacyRow(connection, table, rules.winner(), rules.staffToo()).put(person);
                end(connection, delivery);
                return delivery;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            return failure(e);
        }
    }

    /** A state that is refused leaves no number behind: what of it is urgent comes under the same one. */
    private static void end(Connection connection, Delivery delivery) throws SQLException {
        if (delivery instanceof Delivery.Refused) {
            connection.rollback();
        } else {
            connection.commit();
        }
    }

    /** State and nothing else: the database's text may quote the row. */
    private static Delivery failure(SQLException e) throws DownException {
        String state = e.getSQLState();
        if (state == null
                || e instanceof SQLTransientException
                || e instanceof SQLNonTransientConnectionException
                || e instanceof SQLTimeoutException
                || OUTAGES.contains(state.substring(0, Math.min(2, state.length())))) {
            throw new DownException("SQLState " + state + ", code " + e.getErrorCode());
        }
        if (state.startsWith("23")) {
            return new Delivery.Refused("refused_by_a_constraint");
        }
        if (state.startsWith("22")) {
            return new Delivery.Refused("does_not_fit");
        }
        throw new IllegalStateException("SQLState " + state + ", code " + e.getErrorCode());
    }

    /**
     * Whose state stays when a person was changed on both sides. A disabled account, a deletion or another password
     * here is written whichever side wins. Only the person's own row is compared: names in a row beside it go over with
     * the next change of the row.
     */
    public enum Winner {
        /** What was changed here is written over what was changed there. */
        OURS,

        /** A row that was changed over there since it was last written from here stays as it is. */
        THEIRS,

        /** The later change; only for tables that tell when a row was changed. */
        NEWEST
    }
}
