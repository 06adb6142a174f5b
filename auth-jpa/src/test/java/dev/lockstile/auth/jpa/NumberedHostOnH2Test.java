package dev.lockstile.auth.jpa;

import dev.lockstile.auth.jpa.hosts.TestDatabase;
import dev.lockstile.auth.jpa.hosts.TestHost;

final class NumberedHostOnH2Test extends JpaStoreContract {

    NumberedHostOnH2Test() {
        super(TestHost.NUMBERED, TestDatabase.H2);
    }
}
