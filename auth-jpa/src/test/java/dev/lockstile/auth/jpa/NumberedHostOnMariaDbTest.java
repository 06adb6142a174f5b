package dev.lockstile.auth.jpa;

import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;

final class NumberedHostOnMariaDbTest extends JpaStoreContract {

    NumberedHostOnMariaDbTest() {
        super(TestHost.NUMBERED, TestDatabase.MARIADB);
    }
}
