package dev.lockstile.auth.jpa;

import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.test.Slices;

@Slices({Slices.KEYS, Slices.COLUMNS})
final class TextHostOnPostgresTest extends JpaStoreContract {

    TextHostOnPostgresTest() {
        super(TestHost.TEXT, TestDatabase.POSTGRES);
    }
}
