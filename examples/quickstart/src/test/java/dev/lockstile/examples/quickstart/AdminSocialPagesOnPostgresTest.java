package dev.lockstile.examples.quickstart;

import dev.lockstile.test.TestPostgres;
import java.util.Map;

final class AdminSocialPagesOnPostgresTest extends AdminSocialPagesContract {

    @Override
    Map<String, String> database() {
        return Map.of("QUICKSTART_DB_URL", TestPostgres.freshDatabase());
    }
}
