package dev.lockstile.auth.jpa;

import dev.lockstile.auth.jpa.hosts.TestDatabase;
import dev.lockstile.auth.jpa.hosts.TestHost;

final class PlainHostOnPostgresTest extends JpaStoreContract {

    PlainHostOnPostgresTest() {
        super(TestHost.PLAIN, TestDatabase.POSTGRES);
    }
}
