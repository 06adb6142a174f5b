package dev.lockstile.auth.jpa;

import dev.lockstile.auth.jpa.hosts.TestDatabase;
import dev.lockstile.auth.jpa.hosts.TestHost;

final class LegacyHostOnPostgresTest extends JpaStoreContract {

    LegacyHostOnPostgresTest() {
        super(TestHost.LEGACY, TestDatabase.POSTGRES);
    }
}
