package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.support.JpaHost;

final class OpenSetsIntoPostgresTest extends OpenSetsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
