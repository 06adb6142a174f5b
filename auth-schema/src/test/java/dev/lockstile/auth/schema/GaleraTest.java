package dev.lockstile.auth.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestGalera;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Number keys on a Galera cluster, which refuses sequences with a cache and an increment. */
@Timeout(180)
final class GaleraTest {

    @TempDir
    private Path folder;

    @Test
    void sequences_of_number_keys_are_made_without_a_cache_beside_a_single_server() throws Exception {
        try (HikariDataSource single = TestDatabase.MARIADB.open()) {
            AuthSchema.builder(single).build().migrate();
        }
        try (TestGalera cluster = TestGalera.in(folder);
                HikariDataSource pool = TestDatabase.MARIADB.openAt(cluster.freshDatabase("app"), config -> {})) {
            AuthSchema schema = AuthSchema.builder(pool).build();
            schema.migrate();
            assertThat(schema.pending()).isEmpty();
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery("select nextval(auth_user_SEQ), nextval(auth_user_SEQ)")) {
                found.next();
                assertThat(found.getLong(2)).isEqualTo(found.getLong(1) + 50);
            }
        }
    }
}
