package dev.lockstile.auth.jpa.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Health checks ask for the tables again and again; the connection itself is looked at once. */
final class RepeatedSetupCheckTest {

    private final AtomicInteger connections = new AtomicInteger();

    @Test
    void the_connection_is_looked_at_by_the_first_check_alone() {
        try (OpenHost host = OpenHost.through(TestHost.PLAIN, TestDatabase.H2, this::counted)) {
            JpaAuthStore store = host.store();
            assertThat(taken(store)).isEqualTo(taken(store) + 2);
        }
    }

    private int taken(JpaAuthStore store) {
        connections.set(0);
        assertThat(store.setupProblems()).isEmpty();
        return connections.get();
    }

    private DataSource counted(DataSource pool) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        connections.incrementAndGet();
                    }
                    try {
                        return method.invoke(pool, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
