package dev.lockstile.auth.jpa;

import dev.lockstile.auth.jpa.hosts.TestDatabase;
import dev.lockstile.auth.jpa.hosts.TestHost;

final class NumberedHostOnMariaDbTest extends JpaStoreContract {

    NumberedHostOnMariaDbTest() {
        super(TestHost.NUMBERED, TestDatabase.MARIADB);
    }
}
