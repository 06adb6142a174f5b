package dev.lockstile.examples.quickstart;

import dev.lockstile.test.TestPostgres;
import java.nio.file.Path;

final class PasskeyEnrolmentOnPostgresTest extends PasskeyEnrolmentContract {

    @Override
    String database(Path folder) {
        return TestPostgres.freshDatabase();
    }
}
