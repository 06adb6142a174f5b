package dev.lockstile.auth.cutover.cohort;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the percentage from the host's database, so that an {@code update} changes it on all nodes within two seconds.
 * While the database does not respond, the last value read counts; before the first, 0. Safe for use by many threads.
 */
public final class StoredShare implements DoubleSupplier {

    private static final Logger LOG = LoggerFactory.getLogger(StoredShare.class);
    private static final Duration BELIEVED = Duration.ofSeconds(2);

    private final DataSource database;
    private final String query;
    private final Clock clock;
    private Seen seen = new Seen(0, Instant.MIN);

    private record Seen(double percent, Instant until) {}

    /**
     * Reads the percentage from a database, at most once in two seconds.
     *
     * @param database where the query runs
     * @param query one row with one number, 0 to 100, such as {@code select percent from rollout}; no row means 0
     * @param clock tells when the percentage is to be read again
     */
    public StoredShare(DataSource database, String query, Clock clock) {
        this.database = database;
        this.query = query;
        this.clock = clock;
    }

    @Override
    public synchronized double getAsDouble() {
        Instant now = clock.instant();
        if (!now.isBefore(seen.until())) {
            seen = new Seen(ask(seen.percent()), now.plus(BELIEVED));
        }
        return seen.percent();
    }

    private double ask(double before) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getDouble(1) : 0;
        } catch (SQLException e) {
            LOG.warn(
                    "the share of the new endpoints cannot be read and stays at {} percent: SQL state {}",
                    before,
                    e.getSQLState());
            return before;
        }
    }
}
