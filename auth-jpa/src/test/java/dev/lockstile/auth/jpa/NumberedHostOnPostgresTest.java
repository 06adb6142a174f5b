package dev.lockstile.auth.jpa;

import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;

final class NumberedHostOnPostgresTest extends JpaStoreContract {

    NumberedHostOnPostgresTest() {
        super(TestHost.NUMBERED, TestDatabase.POSTGRES);
    }
}
