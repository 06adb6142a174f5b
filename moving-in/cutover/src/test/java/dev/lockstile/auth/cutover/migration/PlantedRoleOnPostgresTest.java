package dev.lockstile.auth.cutover.migration;

import dev.lockstile.auth.imports.support.JpaHost;

final class PlantedRoleOnPostgresTest extends PlantedRoleContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
