package dev.lockstile.auth.jpa;

import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.jpa.hosts.OwnColumn;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.testkit.contract.ImportStoreContract;
import dev.lockstile.auth.testkit.contract.StoreProbe;
import dev.lockstile.auth.testkit.contract.StoreUnderTest;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The store contract on one host and one database, whose tables are emptied before each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JpaStoreContract extends ImportStoreContract {

    private final TestHost kind;
    private final TestDatabase database;
    private OpenHost host;

    JpaStoreContract(TestHost kind, TestDatabase database) {
        this.kind = kind;
        this.database = database;
    }

    @BeforeAll
    void start() {
        host = new OpenHost(kind, database);
    }

    @AfterAll
    void stop() {
        if (host != null) {
            host.close();
        }
    }

    /** The store on that host. */
    AuthStore store(OpenHost opened) {
        return opened.store();
    }

    @Override
    protected StoreUnderTest open() {
        host.empty();
        AuthStore store = store(host);
        return new StoreUnderTest() {
            @Override
            public AuthStore store() {
                return store;
            }

            @Override
            public Optional<String> hostAttribute() {
                return OwnColumn.of(kind);
            }

            @Override
            public Optional<StoreProbe> probe() {
                return Optional.of(new HostProbe(host));
            }
        };
    }
}
