package dev.lockstile.auth.jpa.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The database's clock, whatever the zone of its sessions. */
final class DatabaseTimeTest {

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_zone_of_a_session_moves_no_clock(TestDatabase database) {
        String zone = database == TestDatabase.MARIADB ? "set time_zone = '+05:00'" : "set time zone '+05:00'";
        HikariDataSource pool = database.open(config -> config.setConnectionInitSql(zone));
        try (OpenHost host = new OpenHost(TestHost.PLAIN, pool)) {
            assertThat(host.store().databaseTime()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        }
    }
}
