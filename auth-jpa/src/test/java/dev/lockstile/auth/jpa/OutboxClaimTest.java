package dev.lockstile.auth.jpa;

import static dev.lockstile.auth.jpa.Rowset.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.jpa.hosts.CountingDataSource;
import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.auth.store.AuthStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The sender asks for due messages all day: what was sent long ago must not be read each time. */
final class OutboxClaimTest {

    private static final int FINISHED = 300;

    @Test
    void a_look_for_due_messages_does_not_read_the_finished_ones() throws SQLException {
        CountingDataSource counter = new CountingDataSource();
        try (OpenHost host = OpenHost.through(TestHost.PLAIN, TestDatabase.H2, counter::around)) {
            AuthStore store = host.store();
            store.alone(tx -> {
                for (int i = 0; i < FINISHED; i++) {
                    tx.outbox().addDecoy(Rowset.message("finished-" + i));
                }
                return true;
            });
            String claim = counter.during(
                            () -> store.alone(tx -> tx.outbox().claim(Channel.EMAIL, 10, Duration.ofMinutes(1), NOW)))
                    .get(0);
            assertThat(rowsRead(host, claim)).isLessThan(10);
        }
    }

    /** What H2 counted while it ran the statement. */
    private static int rowsRead(OpenHost host, String claim) throws SQLException {
        try (Connection connection = host.pool().getConnection();
                PreparedStatement statement = connection.prepareStatement("explain analyze " + claim)) {
            int last = statement.getParameterMetaData().getParameterCount();
            for (int i = 1; i <= last - 2; i++) {
                statement.setObject(i, LocalDateTime.ofInstant(i == last - 2 ? NOW : Instant.EPOCH, ZoneOffset.UTC));
            }
            statement.setString(last - 1, Channel.EMAIL.name());
            statement.setInt(last, 10);
            try (ResultSet plan = statement.executeQuery()) {
                plan.next();
                return Integer.parseInt(plan.getString(1).replaceFirst("(?s).*?scanCount: (\\d+).*", "$1"));
            }
        }
    }
}
