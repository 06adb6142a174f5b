package dev.lockstile.auth.jpa;

import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;

final class PlainHostOnH2Test extends JpaStoreContract {

    PlainHostOnH2Test() {
        super(TestHost.PLAIN, TestDatabase.H2);
    }
}
