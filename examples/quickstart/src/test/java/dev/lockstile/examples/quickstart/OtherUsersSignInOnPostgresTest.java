package dev.lockstile.examples.quickstart;

import dev.lockstile.auth.imports.support.Postgres;
import java.nio.file.Path;
import java.util.Map;

final class OtherUsersSignInOnPostgresTest extends OtherUsersSignInContract {

    @Override
    Map<String, String> database(Path folder) {
        return Map.of("QUICKSTART_DB_URL", Postgres.freshDatabase());
    }
}
