package dev.lockstile.auth.jpa.flow;

import dev.lockstile.auth.jpa.hosts.CountingDataSource;
import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.testkit.contract.StoreUnderTest;

/** A host whose statements are counted between the library and the driver. */
final class CountedHost implements AutoCloseable {

    final CountingDataSource counter = new CountingDataSource();
    private final OpenHost host;

    CountedHost(TestDatabase database) {
        host = OpenHost.through(TestHost.NUMBERED, database, counter::around);
    }

    /** The store without any rows. */
    StoreUnderTest empty() {
        host.empty();
        AuthStore store = host.store();
        return () -> store;
    }

    @Override
    public void close() {
        host.close();
    }
}
