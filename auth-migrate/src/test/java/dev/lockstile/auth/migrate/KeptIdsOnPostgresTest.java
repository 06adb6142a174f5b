package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.support.JpaHost;

final class KeptIdsOnPostgresTest extends KeptIdsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
