package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.support.JpaHost;

final class RefusedIdsOnPostgresTest extends RefusedIdsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
