package dev.lockstile.auth.cutover.migration;

import dev.lockstile.auth.imports.support.JpaHost;

final class PlantedNumberOnH2Test extends PlantedNumberContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
