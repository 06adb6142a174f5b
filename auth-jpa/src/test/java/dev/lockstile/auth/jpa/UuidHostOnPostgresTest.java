package dev.lockstile.auth.jpa;

import dev.lockstile.auth.jpa.hosts.TestDatabase;
import dev.lockstile.auth.jpa.hosts.TestHost;

final class UuidHostOnPostgresTest extends JpaStoreContract {

    UuidHostOnPostgresTest() {
        super(TestHost.UUID, TestDatabase.POSTGRES);
    }
}
