package dev.lockstile.auth.jpa.flow;

import dev.lockstile.auth.jpa.hosts.CountingDataSource;
import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.testkit.contract.StoreUnderTest;
import dev.lockstile.auth.testkit.flow.StatementBudgetContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The statement budget on one database, counted between the library and the driver. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FlowBudget extends StatementBudgetContract {

    private final CountingDataSource counter = new CountingDataSource();
    private final TestDatabase database;
    private OpenHost host;

    FlowBudget(TestDatabase database) {
        this.database = database;
    }

    @BeforeAll
    void start() {
        host = OpenHost.through(TestHost.NUMBERED, database, counter::around);
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

    @Override
    protected int statementsDuring(Runnable work) {
        return counter.during(work).size();
    }
}
