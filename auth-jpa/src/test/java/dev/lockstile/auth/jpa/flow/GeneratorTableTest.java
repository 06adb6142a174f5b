package dev.lockstile.auth.jpa.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.jpa.hosts.TableKeysHost;
import dev.lockstile.auth.jpa.transaction.DatabaseRefusedException;
import dev.lockstile.auth.schema.hosts.EachDatabase;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** A row that makes keys and is not as it was is an error of registration and never tells that an address is taken. */
@Timeout(60)
final class GeneratorTableTest {

    private final List<AuthEvent> trail = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_row_that_lags_is_an_error(TestDatabase database) {
        try (TableKeysHost host = new TableKeysHost(database)) {
            register(host, 1);
            register(host, 2);
            host.sql("update key_rows set last_key = 0");
            assertRefused(host);
            host.sql("update key_rows set last_key = 2");
            register(host, 3);
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_row_that_is_gone_is_an_error(TestDatabase database) {
        try (TableKeysHost host = new TableKeysHost(database)) {
            register(host, 1);
            host.sql("delete from key_rows");
            assertRefused(host);
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_row_that_collides_with_another_is_an_error(TestDatabase database) {
        try (TableKeysHost host = new TableKeysHost(database)) {
            host.sql(
                    "drop table key_rows",
                    "create table key_rows (id integer default 1 primary key, kind varchar(50), last_key bigint)",
                    "insert into key_rows (kind, last_key) values ('orders', 7)");
            assertRefused(host);
        }
    }

    private static void register(TableKeysHost host, int number) {
        try (Auth auth = JpaFlowFixture.on(host.store()).build().start()) {
            auth.registrations().register(JpaFlowFixture.registration(number));
        }
    }

    private void assertRefused(TableKeysHost host) {
        host.restart();
        try (Auth auth =
                JpaFlowFixture.on(host.store()).audit(trail::add).build().start()) {
            assertThatThrownBy(() -> auth.registrations().register(JpaFlowFixture.registration(9)))
                    .isInstanceOf(DatabaseRefusedException.class);
            assertThat(trail).singleElement().isInstanceOfSatisfying(AuthEvent.Refused.class, refused -> {
                assertThat(refused.operation()).isEqualTo(Operation.REGISTRATION);
                assertThat(refused.reason()).isEqualTo("error");
            });
        }
    }
}
