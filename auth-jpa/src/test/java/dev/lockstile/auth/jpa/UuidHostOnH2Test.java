package dev.lockstile.auth.jpa;

import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;

final class UuidHostOnH2Test extends JpaStoreContract {

    UuidHostOnH2Test() {
        super(TestHost.UUID, TestDatabase.H2);
    }
}
