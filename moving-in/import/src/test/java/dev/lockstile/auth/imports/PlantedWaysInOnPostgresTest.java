package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class PlantedWaysInOnPostgresTest extends PlantedWaysInContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
