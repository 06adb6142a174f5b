package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class PlantedRowsOnPostgresTest extends PlantedRowsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
