package dev.lockstile.auth.migrate.adopt;

import dev.lockstile.auth.migrate.support.JpaHost;

final class PlantedRoleOnH2Test extends PlantedRoleContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
