package dev.lockstile.auth.jpa.flow;

import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.test.Slices;

@Slices({Slices.KEYS, Slices.COLUMNS})
final class UuidHostFlowsOnH2Test extends JpaFlowContract {

    UuidHostFlowsOnH2Test() {
        super(TestHost.UUID, TestDatabase.H2);
    }
}
