package dev.lockstile.auth.cutover.migration;

import dev.lockstile.auth.imports.support.JpaHost;

final class PlantedNumberOnPostgresTest extends PlantedNumberContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
