package dev.lockstile.auth.jpa;

import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;

final class PlainHostOnMariaDbTest extends JpaStoreContract {

    PlainHostOnMariaDbTest() {
        super(TestHost.PLAIN, TestDatabase.MARIADB);
    }
}
