package dev.lockstile.auth.jpa.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.schema.hosts.EachDatabase;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** A database that was used with another digest key, as after a restore, is told. */
@Timeout(60)
final class KeyMarkTest {

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void the_first_start_marks_the_database_with_its_key(TestDatabase database) {
        try (OpenHost host = new OpenHost(TestHost.PLAIN, database)) {
            AuthKeys first = AuthKeys.generate();
            AuthKeys other = AuthKeys.generate();
            try (Auth auth = auth(host, other)) {
                assertThat(auth.hasKeysOfDatabase()).as("never started").isTrue();
            }
            start(host, first);
            start(host, first);
            try (Auth again = auth(host, first);
                    Auth restored = auth(host, other).start()) {
                assertThat(again.hasKeysOfDatabase()).isTrue();
                assertThat(restored.hasKeysOfDatabase()).isFalse();
                host.sql("delete from auth_throttle where bucket = 'digest-key'");
                restored.start();
                assertThat(restored.hasKeysOfDatabase()).as("accepted").isTrue();
            }
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void of_two_nodes_with_two_keys_one_marks_the_database(TestDatabase database) throws Exception {
        try (OpenHost host = new OpenHost(TestHost.PLAIN, database);
                Auth one = auth(host, AuthKeys.generate());
                Auth two = auth(host, AuthKeys.generate())) {
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                for (Future<Auth> started : threads.invokeAll(List.<Callable<Auth>>of(one::start, two::start))) {
                    started.get();
                }
            } finally {
                threads.shutdown();
            }
            assertThat(List.of(one.hasKeysOfDatabase(), two.hasKeysOfDatabase()))
                    .containsExactlyInAnyOrder(true, false);
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_database_that_refuses_the_marks_keeps_no_node_down(TestDatabase database) {
        try (OpenHost host = new OpenHost(TestHost.PLAIN, database);
                Auth auth = auth(host, AuthKeys.generate())) {
            host.sql("alter table auth_throttle add constraint refused check (bucket = 'none')");
            assertThat(auth.start()).isSameAs(auth);
            assertThat(auth.hasKeysOfDatabase()).isTrue();
        }
    }

    private static void start(OpenHost host, AuthKeys keys) {
        auth(host, keys).start().close();
    }

    private static Auth auth(OpenHost host, AuthKeys keys) {
        return JpaFlowFixture.on(host.store()).keys(keys).build();
    }
}
