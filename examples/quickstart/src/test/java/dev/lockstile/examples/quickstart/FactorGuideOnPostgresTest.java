package dev.lockstile.examples.quickstart;

import dev.lockstile.test.TestPostgres;
import java.nio.file.Path;
import java.util.Map;

final class FactorGuideOnPostgresTest extends FactorGuideContract {

    @Override
    Map<String, String> database(Path at) {
        return Map.of("QUICKSTART_DB_URL", TestPostgres.freshDatabase());
    }
}
