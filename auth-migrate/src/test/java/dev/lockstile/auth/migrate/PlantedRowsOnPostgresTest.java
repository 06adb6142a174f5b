package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.support.JpaHost;

final class PlantedRowsOnPostgresTest extends PlantedRowsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
