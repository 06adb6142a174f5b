package dev.lockstile.auth.jpa;

import dev.lockstile.auth.jpa.hosts.BoundTransactions;
import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.test.Slices;

/** The store contract where a framework of the host runs all transactions. */
@Slices(Slices.TRANSACTIONS)
final class FrameworkHostOnPostgresTest extends JpaStoreContract {

    FrameworkHostOnPostgresTest() {
        super(TestHost.PLAIN, TestDatabase.POSTGRES);
    }

    @Override
    AuthStore store(OpenHost opened) {
        return opened.builder()
                .transactions(new BoundTransactions(opened.emf()))
                .build();
    }
}
