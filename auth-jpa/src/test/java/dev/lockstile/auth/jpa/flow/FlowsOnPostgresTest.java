package dev.lockstile.auth.jpa.flow;

import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;

final class FlowsOnPostgresTest extends JpaFlowContract {

    FlowsOnPostgresTest() {
        super(TestHost.PLAIN, TestDatabase.POSTGRES);
    }
}
