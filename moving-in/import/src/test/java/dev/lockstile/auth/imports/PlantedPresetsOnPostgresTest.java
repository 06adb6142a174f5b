package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class PlantedPresetsOnPostgresTest extends PlantedPresetsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
