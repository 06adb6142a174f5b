package dev.lockstile.auth.jpa;

import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.test.Slices;

@Slices({Slices.KEYS, Slices.COLUMNS})
final class LegacyHostOnH2Test extends JpaStoreContract {

    LegacyHostOnH2Test() {
        super(TestHost.LEGACY, TestDatabase.H2);
    }
}
