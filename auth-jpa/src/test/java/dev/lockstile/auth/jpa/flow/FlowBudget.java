package dev.lockstile.auth.jpa.flow;

import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.testkit.contract.StoreUnderTest;
import dev.lockstile.auth.testkit.flow.StatementBudgetContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The statement budget on one database, counted between the library and the driver. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FlowBudget extends StatementBudgetContract {

    private final TestDatabase database;
    private CountedHost host;

    FlowBudget(TestDatabase database) {
        this.database = database;
    }

    @BeforeAll
    void start() {
        host = new CountedHost(database);
    }

    @AfterAll
    void stop() {
        if (host != null) {
            host.close();
        }
    }

    @Override
    protected StoreUnderTest open() {
        return host.empty();
    }

    @Override
    protected int statementsDuring(Runnable work) {
        return host.counter.during(work).size();
    }
}
