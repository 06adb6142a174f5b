package dev.lockstile.auth.migrate.adopt;

import dev.lockstile.auth.migrate.support.JpaHost;

final class PlantedNumberOnPostgresTest extends PlantedNumberContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
