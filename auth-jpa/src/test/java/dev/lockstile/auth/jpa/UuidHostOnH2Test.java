package dev.lockstile.auth.jpa;

import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.test.Slices;

@Slices({Slices.KEYS, Slices.COLUMNS})
final class UuidHostOnH2Test extends JpaStoreContract {

    UuidHostOnH2Test() {
        super(TestHost.UUID, TestDatabase.H2);
    }
}
