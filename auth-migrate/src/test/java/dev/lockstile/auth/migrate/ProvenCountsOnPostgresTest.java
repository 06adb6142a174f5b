package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.support.JpaHost;

final class ProvenCountsOnPostgresTest extends ProvenCountsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
