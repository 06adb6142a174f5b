package dev.lockstile.auth.jpa;

import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.test.Slices;

@Slices({Slices.KEYS, Slices.COLUMNS})
final class TextHostOnH2Test extends JpaStoreContract {

    TextHostOnH2Test() {
        super(TestHost.TEXT, TestDatabase.H2);
    }
}
