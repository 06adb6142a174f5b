package dev.lockstile.auth.jpa;

import dev.lockstile.auth.jpa.hosts.TestDatabase;
import dev.lockstile.auth.jpa.hosts.TestHost;

final class UuidHostOnH2Test extends JpaStoreContract {

    UuidHostOnH2Test() {
        super(TestHost.UUID, TestDatabase.H2);
    }
}
