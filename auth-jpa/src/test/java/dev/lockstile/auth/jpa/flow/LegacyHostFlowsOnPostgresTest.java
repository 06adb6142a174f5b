package dev.lockstile.auth.jpa.flow;

import dev.lockstile.auth.jpa.hosts.TestDatabase;
import dev.lockstile.auth.jpa.hosts.TestHost;

final class LegacyHostFlowsOnPostgresTest extends JpaFlowContract {

    LegacyHostFlowsOnPostgresTest() {
        super(TestHost.LEGACY, TestDatabase.POSTGRES);
    }
}
