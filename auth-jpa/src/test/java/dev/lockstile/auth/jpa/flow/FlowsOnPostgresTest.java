package dev.lockstile.auth.jpa.flow;

import dev.lockstile.auth.jpa.hosts.TestDatabase;
import dev.lockstile.auth.jpa.hosts.TestHost;

final class FlowsOnPostgresTest extends JpaFlowContract {

    FlowsOnPostgresTest() {
        super(TestHost.PLAIN, TestDatabase.POSTGRES);
    }
}
