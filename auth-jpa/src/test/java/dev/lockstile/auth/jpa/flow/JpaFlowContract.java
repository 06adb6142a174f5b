package dev.lockstile.auth.jpa.flow;

import dev.lockstile.auth.jpa.hosts.OneConnection;
import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.jpa.hosts.OwnColumn;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.testkit.contract.StoreUnderTest;
import dev.lockstile.auth.testkit.flow.AuthFlowContract;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** What the flows promise, on one host and one database, whose tables are emptied before each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JpaFlowContract extends AuthFlowContract {

    private final TestHost kind;
    private final TestDatabase database;
    private OpenHost host;

    JpaFlowContract(TestHost kind, TestDatabase database) {
        this.kind = kind;
        this.database = database;
    }

    @BeforeAll
    void start() {
        host = OpenHost.through(kind, database, pool -> new OneConnection(pool).asDataSource());
    }

    @AfterAll
    void stop() {
        if (host != null) {
            host.close();
        }
    }

    @Override
    protected StoreUnderTest open() {
        host.empty();
        return new HostedStore(host, kind);
    }

    /** A store that joins the transaction of its host, if the thread is in one. */
    private static final class HostedStore implements StoreUnderTest {

        private final ThreadLocal<EntityManager> current = new ThreadLocal<>();
        private final OpenHost host;
        private final AuthStore store;
        private final TestHost kind;

        private HostedStore(OpenHost host, TestHost kind) {
            this.kind = kind;
            this.host = host;
            this.store = host.builder().joining(current::get).build();
        }

        @Override
        public AuthStore store() {
            return store;
        }

        @Override
        public Optional<String> hostAttribute() {
            return OwnColumn.of(kind);
        }

        @Override
        public void rolledBackByTheHost(Runnable work) {
            try (EntityManager em = host.emf().createEntityManager()) {
                em.getTransaction().begin();
                current.set(em);
                try {
                    work.run();
                } finally {
                    em.getTransaction().rollback();
                    current.remove();
                }
            }
        }
    }
}
