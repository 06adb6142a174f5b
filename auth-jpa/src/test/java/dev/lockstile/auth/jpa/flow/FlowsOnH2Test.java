package dev.lockstile.auth.jpa.flow;

import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.test.Slices;

@Slices({Slices.KEYS, Slices.COLUMNS, Slices.TRANSACTIONS})
final class FlowsOnH2Test extends JpaFlowContract {

    FlowsOnH2Test() {
        super(TestHost.PLAIN, TestDatabase.H2);
    }
}
