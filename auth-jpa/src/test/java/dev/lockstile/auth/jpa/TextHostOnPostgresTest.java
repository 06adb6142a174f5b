package dev.lockstile.auth.jpa;

import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;

final class TextHostOnPostgresTest extends JpaStoreContract {

    TextHostOnPostgresTest() {
        super(TestHost.TEXT, TestDatabase.POSTGRES);
    }
}
