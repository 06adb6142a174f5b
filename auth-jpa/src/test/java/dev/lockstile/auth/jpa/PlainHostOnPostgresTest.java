package dev.lockstile.auth.jpa;

import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;

final class PlainHostOnPostgresTest extends JpaStoreContract {

    PlainHostOnPostgresTest() {
        super(TestHost.PLAIN, TestDatabase.POSTGRES);
    }
}
