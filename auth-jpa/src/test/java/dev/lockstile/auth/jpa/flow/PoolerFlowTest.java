package dev.lockstile.auth.jpa.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.Auth;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.jpa.internal.store.ConnectionNotes;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.auth.schema.hosts.TestPgBouncer;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.test.TestPostgres;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The flows through a real PgBouncer in transaction mode. */
@Timeout(120)
final class PoolerFlowTest {

    private static final String STATE = "select (select count(*) from pg_locks where locktype = 'advisory') || ' '"
            + " || current_setting('statement_timeout') || ' ' || current_setting('lock_timeout') || ' '"
            + " || (select count(*) from pg_prepared_statements)";

    @TempDir
    Path folder;

    @Test
    void flows_work_and_leave_no_state_on_a_connection() throws Exception {
        String direct = TestPostgres.freshDatabase();
        try (HikariDataSource plain = pool(direct)) {
            TestHost.PLAIN.createTables(plain);
        }
        try (TestPgBouncer pooler = TestPgBouncer.before(direct, "transaction", folder);
                HikariDataSource pool = pool(pooler.url());
                EntityManagerFactory emf = TestHost.PLAIN.open(pool, Map.of("hibernate.hbm2ddl.auto", "none"))) {
            String before = state(pool);
            try (AuthTestKit kit =
                    AuthTestKit.of(Auth.builder(JpaAuthStore.of(emf)).settings(AuthTestKit.settings()))) {
                for (int i = 0; i < 12; i++) {
                    String email = "person" + i + "@acme.example";
                    kit.member(email, "plum-harbour-4417");
                    assertThat(kit.auth()
                                    .login()
                                    .signIn(new PasswordLogin.Request(
                                            email, Secret.of("plum-harbour-4417"), ClientInfo.web("192.0.2." + i))))
                            .isInstanceOf(Outcome.Done.class);
                }
            }
            assertThat(state(pool)).isEqualTo(before);
        }
    }

    @Test
    void the_driver_s_own_threshold_is_refused_at_the_start() throws Exception {
        String direct = TestPostgres.freshDatabase();
        try (HikariDataSource plain = pool(direct);
                EntityManagerFactory emf = open(plain)) {
            TestHost.PLAIN.createTables(plain);
            assertThat(ConnectionNotes.of(emf)).singleElement().asString().contains("socketTimeout=30");
        }
        try (TestPgBouncer pooler = TestPgBouncer.before(direct, "transaction", folder);
                HikariDataSource pool = pool(pooler.preparingUrl() + "&socketTimeout=30");
                EntityManagerFactory emf = open(pool)) {
            assertThat(JpaAuthStore.of(emf).setupProblems())
                    .singleElement()
                    .asString()
                    .startsWith("pooler-loses-statements: ")
                    .contains("prepareThreshold=0");
        }
        try (TestPgBouncer pooler = TestPgBouncer.before(direct, "session", folder);
                HikariDataSource pool = pool(pooler.preparingUrl());
                EntityManagerFactory emf = open(pool)) {
            assertThat(JpaAuthStore.of(emf).setupProblems())
                    .as("a backend for each session")
                    .isEmpty();
        }
        try (TestPgBouncer pooler = TestPgBouncer.before(direct, "transaction", folder);
                HikariDataSource pool = pool(pooler.url() + "&socketTimeout=30");
                EntityManagerFactory emf = open(pool)) {
            assertThat(ConnectionNotes.of(emf)).isEmpty();
            assertThat(JpaAuthStore.of(emf).setupProblems()).isEmpty();
        }
    }

    private static EntityManagerFactory open(HikariDataSource pool) {
        return TestHost.PLAIN.open(pool, Map.of("hibernate.hbm2ddl.auto", "none"));
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(6);
        return new HikariDataSource(config);
    }

    private static String state(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(STATE)) {
            return found.next() ? found.getString(1) : "";
        }
    }
}
