package dev.lockstile.auth.jpa;

import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.test.Slices;

@Slices(Slices.KEYS)
final class NumberedHostOnPostgresTest extends JpaStoreContract {

    NumberedHostOnPostgresTest() {
        super(TestHost.NUMBERED, TestDatabase.POSTGRES);
    }
}
