package dev.lockstile.auth.migrate.back;

import dev.lockstile.auth.migrate.support.JpaHost;

final class WayBackOnPostgresTest extends WayBackContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
