package dev.lockstile.auth.jpa;

import dev.lockstile.auth.jpa.hosts.TestDatabase;
import dev.lockstile.auth.jpa.hosts.TestHost;

final class UuidHostOnMariaDbTest extends JpaStoreContract {

    UuidHostOnMariaDbTest() {
        super(TestHost.UUID, TestDatabase.MARIADB);
    }
}
