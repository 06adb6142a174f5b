package dev.lockstile.auth.jpa.flow;

import dev.lockstile.auth.jpa.hosts.TestDatabase;
import dev.lockstile.auth.jpa.hosts.TestHost;

final class FlowsOnMariaDbTest extends JpaFlowContract {

    FlowsOnMariaDbTest() {
        super(TestHost.PLAIN, TestDatabase.MARIADB);
    }
}
