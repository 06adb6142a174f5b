package dev.lockstile.auth.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.imports.ImportTx;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A column that refuses every key but its own takes none that are given. */
final class AlwaysNumberedTest {

    @ParameterizedTest
    @CsvSource({
        "NUMBERED, H2, alter table auth_user alter column id",
        "NUMBERED, POSTGRES, alter table auth_user alter column id",
        "LEGACY, POSTGRES, alter table people alter column personNo"
    })
    void a_column_that_always_numbers_itself_takes_no_keys(TestHost which, TestDatabase database, String column)
            throws SQLException {
        try (OpenHost host = new OpenHost(which, database)) {
            AuthStore store = host.builder().build();
            assertThat(store.<Boolean>alone(tx -> ImportTx.in(tx).inserts().takesKeys()))
                    .isTrue();
            try (Connection connection = host.pool().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(column + " set generated always");
            }
            assertThat(store.<Boolean>alone(tx -> ImportTx.in(tx).inserts().takesKeys()))
                    .isFalse();
        }
    }
}
