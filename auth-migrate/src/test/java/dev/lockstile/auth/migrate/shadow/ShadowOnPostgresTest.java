package dev.lockstile.auth.migrate.shadow;

import dev.lockstile.auth.migrate.support.JpaHost;

final class ShadowOnPostgresTest extends ShadowContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
