package dev.lockstile.auth.jpa;

import dev.lockstile.auth.jpa.hosts.TestDatabase;
import dev.lockstile.auth.jpa.hosts.TestHost;

final class LegacyHostOnH2Test extends JpaStoreContract {

    LegacyHostOnH2Test() {
        super(TestHost.LEGACY, TestDatabase.H2);
    }
}
