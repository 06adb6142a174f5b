package dev.lockstile.auth.jpa;

import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.test.Slices;

@Slices({Slices.COLUMNS, Slices.TRANSACTIONS})
final class PlainHostOnMariaDbTest extends JpaStoreContract {

    PlainHostOnMariaDbTest() {
        super(TestHost.PLAIN, TestDatabase.MARIADB);
    }
}
