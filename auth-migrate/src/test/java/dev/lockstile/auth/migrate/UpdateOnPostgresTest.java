package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.support.JpaHost;

final class UpdateOnPostgresTest extends UpdateContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
