package dev.lockstile.auth.jpa;

import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;

final class TextHostOnMariaDbTest extends JpaStoreContract {

    TextHostOnMariaDbTest() {
        super(TestHost.TEXT, TestDatabase.MARIADB);
    }
}
