package dev.lockstile.auth.migrate.adopt;

import dev.lockstile.auth.migrate.support.JpaHost;

final class PlantedNumberOnH2Test extends PlantedNumberContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
