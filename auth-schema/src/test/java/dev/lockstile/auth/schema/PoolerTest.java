package dev.lockstile.auth.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.schema.hosts.TestPgBouncer;
import dev.lockstile.auth.schema.report.SchemaException;
import dev.lockstile.test.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Migrations through a real PgBouncer. */
@Timeout(120)
final class PoolerTest {

    private final String direct = TestPostgres.freshDatabase();

    @TempDir
    Path folder;

    @Test
    void a_migration_through_a_pooler_in_transaction_mode_is_refused_and_leaves_nothing_behind() throws Exception {
        try (TestPgBouncer pooler = TestPgBouncer.before(direct, "transaction", folder)) {
            Set<String> before = limits(pooler.url());
            assertThatThrownBy(
                            () -> AuthSchema.builder(at(pooler.url())).build().migrate())
                    .isInstanceOfSatisfying(
                            SchemaException.class,
                            e -> assertThat(e.why()).isEqualTo(SchemaException.Failure.NO_SESSION))
                    .hasMessageContaining("a pooler in transaction mode");
            assertThat(limits(pooler.url())).isEqualTo(before);
            assertThat(text(direct, "select count(*) from pg_tables where schemaname = 'public'"))
                    .isEqualTo("0");
            assertThat(text(direct, "select count(*) from pg_locks where locktype = 'advisory'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void a_pooler_in_session_mode_keeps_the_session_and_gets_its_limits_back() throws Exception {
        try (TestPgBouncer pooler = TestPgBouncer.before(direct, "session", folder)) {
            Set<String> before = limits(pooler.url());
            AuthSchema.builder(at(pooler.url())).build().migrate();
            assertThat(limits(pooler.url())).isEqualTo(before);
            assertThat(text(direct, "select count(*) from auth_user")).isEqualTo("0");
        }
    }

    private static Set<String> limits(String url) throws SQLException {
        Set<String> found = new TreeSet<>();
        for (int i = 0; i < 4; i++) {
            found.add(text(
                    url,
                    "select current_setting('statement_timeout') || ' ' || current_setting('lock_timeout') || ' '"
                            + " || current_setting('idle_in_transaction_session_timeout')"));
        }
        return found;
    }

    private static String text(String url, String select) throws SQLException {
        try (Connection connection = at(url).getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(select)) {
            return found.next() ? found.getString(1) : "";
        }
    }

    private static PGSimpleDataSource at(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        return source;
    }
}
