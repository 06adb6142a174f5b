package dev.lockstile.examples.quickstart;

import dev.lockstile.auth.imports.support.Postgres;
import java.util.Map;

final class AdminSocialPagesOnPostgresTest extends AdminSocialPagesContract {

    @Override
    Map<String, String> database() {
        return Map.of("QUICKSTART_DB_URL", Postgres.freshDatabase());
    }
}
