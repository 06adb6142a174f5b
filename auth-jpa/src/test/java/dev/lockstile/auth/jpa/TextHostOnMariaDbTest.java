package dev.lockstile.auth.jpa;

import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.test.Slices;
import org.junit.jupiter.api.Tag;

@Slices(Slices.KEYS)
@Tag("proof")
final class TextHostOnMariaDbTest extends JpaStoreContract {

    TextHostOnMariaDbTest() {
        super(TestHost.TEXT, TestDatabase.MARIADB);
    }
}
