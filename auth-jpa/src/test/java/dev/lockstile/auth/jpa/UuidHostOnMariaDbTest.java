package dev.lockstile.auth.jpa;

import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.test.Slices;
import org.junit.jupiter.api.Tag;

@Slices(Slices.KEYS)
@Tag("proof")
final class UuidHostOnMariaDbTest extends JpaStoreContract {

    UuidHostOnMariaDbTest() {
        super(TestHost.UUID, TestDatabase.MARIADB);
    }
}
