package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.support.JpaHost;

final class EveryColumnOnPostgresTest extends EveryColumnContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
