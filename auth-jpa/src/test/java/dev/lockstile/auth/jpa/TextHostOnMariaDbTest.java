package dev.lockstile.auth.jpa;

import dev.lockstile.auth.jpa.hosts.TestDatabase;
import dev.lockstile.auth.jpa.hosts.TestHost;

final class TextHostOnMariaDbTest extends JpaStoreContract {

    TextHostOnMariaDbTest() {
        super(TestHost.TEXT, TestDatabase.MARIADB);
    }
}
