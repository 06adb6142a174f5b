package dev.lockstile.auth.jpa.flow;

import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;

final class FlowsOnMariaDbTest extends JpaFlowContract {

    FlowsOnMariaDbTest() {
        super(TestHost.PLAIN, TestDatabase.MARIADB);
    }
}
