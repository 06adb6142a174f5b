package dev.lockstile.auth.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.hosts.EachDatabase;
import dev.lockstile.auth.schema.hosts.HostTree;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.report.SchemaException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Liquibase has a connection until its work is done, and no longer. */
class LentConnectionTest {

    @TempDir
    private Path root;

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void nothing_of_liquibase_keeps_a_closed_pool_alive(TestDatabase kind) {
        assertIsFreed(migratedAndClosed(kind));
    }

    @Test
    void nothing_of_liquibase_keeps_a_pool_alive_whose_migration_failed() {
        assertIsFreed(failedAndClosed());
    }

    private static void assertIsFreed(WeakReference<HikariDataSource> closed) {
        for (int i = 0; i < 50 && closed.get() != null; i++) {
            System.gc();
        }
        assertThat(closed.get()).isNull();
    }

    private WeakReference<HikariDataSource> failedAndClosed() {
        try (HikariDataSource pool = TestDatabase.H2.open()) {
            AuthSchema failing = HostTree.in(root, "db/migrations/0001_failing.xml")
                    .putStatement("db/migrations/0001_failing.xml", "select nothing from nowhere")
                    .schema(pool);
            assertThatThrownBy(failing::migrate).isInstanceOf(SchemaException.class);
            return new WeakReference<>(pool);
        }
    }

    private static WeakReference<HikariDataSource> migratedAndClosed(TestDatabase kind) {
        try (HikariDataSource pool = kind.open()) {
            AuthSchema schema = AuthSchema.builder(pool).build();
            schema.migrate();
            assertThat(schema.pending()).isEmpty();
            return new WeakReference<>(pool);
        }
    }

    @Test
    void a_lent_connection_answers_for_the_real_one_and_refuses_afterwards() throws SQLException {
        try (HikariDataSource pool = TestDatabase.H2.open();
                Connection real = pool.getConnection()) {
            Connection shown;
            try (LentConnection lent = new LentConnection(real)) {
                shown = lent.connection();
                assertThat(Set.of(shown)).contains(shown).doesNotContain(real);
                assertThat(shown.toString()).contains(real.toString());
                assertThat(shown.isClosed()).isFalse();
                assertThatThrownBy(() -> shown.prepareStatement("selec 1"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("selec");
            }
            assertThat(real.isClosed()).isFalse();
            assertThat(shown.isClosed()).isTrue();
            assertThat(shown.isValid(1)).isFalse();
            shown.close();
            assertThatThrownBy(shown::createStatement)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("has ended");
        }
    }
}
