package dev.lockstile.auth.jpa.flow;

import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;

final class LegacyHostFlowsOnPostgresTest extends JpaFlowContract {

    LegacyHostFlowsOnPostgresTest() {
        super(TestHost.LEGACY, TestDatabase.POSTGRES);
    }
}
