package dev.lockstile.auth.jpa;

import dev.lockstile.auth.jpa.hosts.TestDatabase;
import dev.lockstile.auth.jpa.hosts.TestHost;

final class TextHostOnPostgresTest extends JpaStoreContract {

    TextHostOnPostgresTest() {
        super(TestHost.TEXT, TestDatabase.POSTGRES);
    }
}
