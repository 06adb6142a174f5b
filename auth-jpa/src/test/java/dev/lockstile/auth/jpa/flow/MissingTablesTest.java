package dev.lockstile.auth.jpa.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.jpa.internal.store.MissingTables;
import dev.lockstile.auth.schema.AuthTable;
import dev.lockstile.auth.schema.hosts.EachDatabase;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** A host whose tables are not all there hears of it when it starts, and of all of them. */
@Timeout(60)
final class MissingTablesTest {

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_start_names_all_tables_that_are_missing_and_the_command(TestDatabase database) {
        try (OpenHost host = new OpenHost(TestHost.PLAIN, database)) {
            host.sql("drop table auth_outbox", "drop table auth_throttle", "drop table auth_sms_log");
            try (Auth auth = JpaFlowFixture.on(host.store()).build()) {
                AuthSetupException refused = catchThrowableOfType(AuthSetupException.class, auth::start);
                assertThat(refused.problems())
                        .singleElement()
                        .satisfies(problem -> assertThat(problem)
                                .startsWith(
                                        "tables-missing: no auth_sms_log, auth_outbox, auth_throttle in the database")
                                .contains("manage migrate", "migrate()"));
            }
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void tables_that_are_all_there_take_one_connection(TestDatabase database) {
        AtomicInteger connections = new AtomicInteger();
        try (OpenHost host = OpenHost.through(TestHost.PLAIN, database, pool -> counting(pool, connections))) {
            List<String> tables = Stream.of(AuthTable.OUTBOX, AuthTable.THROTTLE, AuthTable.SMS_LOG)
                    .map(host::table)
                    .toList();
            connections.set(0);
            assertThat(MissingTables.among(host.emf(), tables)).isEmpty();
            assertThat(connections).hasValue(1);
        }
    }

    private static DataSource counting(DataSource pool, AtomicInteger connections) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        connections.incrementAndGet();
                    }
                    return method.invoke(pool, arguments);
                });
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void what_is_not_configured_is_not_missed(TestDatabase database) {
        try (OpenHost host = new OpenHost(TestHost.PLAIN, database)) {
            host.sql("drop table auth_audit", "drop table auth_audit_head", "drop table auth_import_run");
            JpaAuthStore store = host.store();
            try (Auth auth = JpaFlowFixture.on(store).build()) {
                assertThat(auth.start()).isSameAs(auth);
            }
            try (Auth audited = JpaFlowFixture.on(store)
                    .audit(store.auditTrail(AuthKeys.generate().auditKey()))
                    .build()) {
                assertThatThrownBy(audited::start)
                        .isInstanceOf(AuthSetupException.class)
                        .hasMessageContaining("no auth_audit, auth_audit_head in the database");
            }
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_host_that_names_its_tables_hears_its_own_names(TestDatabase database) {
        try (OpenHost host = new OpenHost(TestHost.UUID, database)) {
            JpaAuthStore wrong = JpaAuthStore.builder(host.emf()).build();
            try (Auth auth = JpaFlowFixture.on(wrong).build()) {
                assertThatThrownBy(auth::start).hasMessageContaining("no auth_outbox, auth_throttle in the database");
            }
            try (Auth auth = JpaFlowFixture.on(host.store()).build()) {
                assertThat(auth.start()).isSameAs(auth);
            }
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_database_that_does_not_answer_is_no_mistake_of_the_host(TestDatabase database) {
        try (OpenHost host = new OpenHost(TestHost.PLAIN, database)) {
            JpaAuthStore store = host.store();
            host.pool().close();
            try (Auth auth = JpaFlowFixture.on(store).build()) {
                assertThat(auth.start()).isSameAs(auth);
            }
        }
    }
}
