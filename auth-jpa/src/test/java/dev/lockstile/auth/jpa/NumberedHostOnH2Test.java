package dev.lockstile.auth.jpa;

import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.test.Slices;

@Slices(Slices.KEYS)
final class NumberedHostOnH2Test extends JpaStoreContract {

    NumberedHostOnH2Test() {
        super(TestHost.NUMBERED, TestDatabase.H2);
    }
}
