package dev.lockstile.auth.migrate.adopt;

import dev.lockstile.auth.migrate.support.JpaHost;

final class PlantedRoleOnPostgresTest extends PlantedRoleContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
