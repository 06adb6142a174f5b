package dev.lockstile.auth.jpa.flow;

import dev.lockstile.auth.jpa.hosts.TestDatabase;
import dev.lockstile.auth.jpa.hosts.TestHost;

final class FlowsOnH2Test extends JpaFlowContract {

    FlowsOnH2Test() {
        super(TestHost.PLAIN, TestDatabase.H2);
    }
}
