package dev.lockstile.auth.jpa;

import dev.lockstile.auth.jpa.hosts.TestDatabase;
import dev.lockstile.auth.jpa.hosts.TestHost;

final class PlainHostOnH2Test extends JpaStoreContract {

    PlainHostOnH2Test() {
        super(TestHost.PLAIN, TestDatabase.H2);
    }
}
