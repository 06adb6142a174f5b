package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class PlantedWaysInOnH2Test extends PlantedWaysInContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
