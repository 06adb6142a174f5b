package dev.lockstile.auth.jpa;

import dev.lockstile.auth.jpa.hosts.TestDatabase;
import dev.lockstile.auth.jpa.hosts.TestHost;

final class NumberedHostOnPostgresTest extends JpaStoreContract {

    NumberedHostOnPostgresTest() {
        super(TestHost.NUMBERED, TestDatabase.POSTGRES);
    }
}
