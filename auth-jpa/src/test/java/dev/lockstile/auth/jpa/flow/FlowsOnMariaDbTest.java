package dev.lockstile.auth.jpa.flow;

import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.test.Slices;

@Slices({Slices.COLUMNS, Slices.TRANSACTIONS})
final class FlowsOnMariaDbTest extends JpaFlowContract {

    FlowsOnMariaDbTest() {
        super(TestHost.PLAIN, TestDatabase.MARIADB);
    }
}
