package dev.lockstile.auth.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.auth.store.AuthStore;
import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.EntityType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGStatement;

/** How times come out of PostgreSQL: those without end, those in a column of days, and at what cost. */
final class UnusualInstantsTest {

    private final OpenHost host = new OpenHost(TestHost.PLAIN, TestDatabase.POSTGRES);
    private final AuthStore store = host.store();
    private final UserId ana = store.alone(tx -> tx.users().insert(Rowset.user("ana")));

    @AfterEach
    void close() {
        host.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"timestamp(6) with time zone", "timestamp(6)"})
    void a_time_without_end_is_one_that_milliseconds_can_count(String type) {
        host.sql(
                "alter table auth_user alter column last_login_at set data type " + type,
                "update auth_user set last_login_at = 'infinity'");
        assertThat(Objects.requireNonNull(lastLogin()).toEpochMilli()).isEqualTo(PGStatement.DATE_POSITIVE_INFINITY);
    }

    @Test
    void a_day_is_the_time_at_which_it_begins() {
        host.sql(
                "alter table auth_user alter column last_login_at set data type date",
                "update auth_user set last_login_at = '2026-03-01'");
        assertThat(lastLogin()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
    }

    @Test
    void a_time_without_a_zone_is_one_of_utc_whatever_the_zone_of_the_session() {
        host.sql(
                "alter table auth_user alter column last_login_at set data type timestamp(6)",
                "update auth_user set last_login_at = '2026-03-01 12:00:00.123456'");
        Instant read = host.emf().callInTransaction(em -> {
            em.createNativeQuery("set local time zone 'Pacific/Auckland'").executeUpdate();
            return load(em).getLastLoginAt();
        });
        assertThat(read).isEqualTo(Instant.parse("2026-03-01T12:00:00.123456Z"));
    }

    /** The driver's own statements go past a data source that counts. */
    @Test
    void the_driver_asks_nothing_about_the_columns_of_a_user() {
        Logger statements = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
        Level before = statements.getLevel();
        Sent sent = new Sent();
        statements.addHandler(sent);
        statements.setLevel(Level.FINEST);
        try {
            assertThat(lastLogin()).isNull();
        } finally {
            statements.setLevel(before);
            statements.removeHandler(sent);
        }
        assertThat(sent.texts)
                .anyMatch(text -> text.contains("auth_user"))
                .noneMatch(text -> text.contains("pg_attribute"));
    }

    private @Nullable Instant lastLogin() {
        return store.read(
                tx -> tx.users().byId(ana).orElseThrow().info().dates().lastLoginAt());
    }

    private AbstractUser load(EntityManager em) {
        Class<?> user = host.emf().getMetamodel().getEntities().stream()
                .map(EntityType::getJavaType)
                .filter(AbstractUser.class::isAssignableFrom)
                .findFirst()
                .orElseThrow();
        return (AbstractUser) Objects.requireNonNull(em.find(user, ana.key()));
    }

    /** The texts that the driver sends. */
    private static final class Sent extends Handler {

        private final List<String> texts = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            texts.add(line.getMessage() + Arrays.toString(line.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
