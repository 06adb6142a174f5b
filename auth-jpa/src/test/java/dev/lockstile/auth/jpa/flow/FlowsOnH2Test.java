package dev.lockstile.auth.jpa.flow;

import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;

final class FlowsOnH2Test extends JpaFlowContract {

    FlowsOnH2Test() {
        super(TestHost.PLAIN, TestDatabase.H2);
    }
}
