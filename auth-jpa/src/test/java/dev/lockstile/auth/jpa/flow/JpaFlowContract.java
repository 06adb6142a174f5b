package dev.lockstile.auth.jpa.flow;

import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.jpa.hosts.TestDatabase;
import dev.lockstile.auth.jpa.hosts.TestHost;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.testkit.contract.StoreUnderTest;
import dev.lockstile.auth.testkit.flow.AuthFlowContract;
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
        host = new OpenHost(kind, database);
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
        AuthStore store = host.store();
        return () -> store;
    }
}
