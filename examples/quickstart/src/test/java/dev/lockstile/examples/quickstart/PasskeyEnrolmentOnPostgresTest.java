package dev.lockstile.examples.quickstart;

import dev.lockstile.auth.imports.support.Postgres;
import java.nio.file.Path;

final class PasskeyEnrolmentOnPostgresTest extends PasskeyEnrolmentContract {

    @Override
    String database(Path folder) {
        return Postgres.freshDatabase();
    }
}
