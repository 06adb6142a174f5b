package dev.lockstile.auth.jpa;

import dev.lockstile.auth.jpa.hosts.TestDatabase;
import dev.lockstile.auth.jpa.hosts.TestHost;

final class PlainHostOnMariaDbTest extends JpaStoreContract {

    PlainHostOnMariaDbTest() {
        super(TestHost.PLAIN, TestDatabase.MARIADB);
    }
}
