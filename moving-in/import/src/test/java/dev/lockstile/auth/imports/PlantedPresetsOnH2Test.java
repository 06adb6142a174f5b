package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class PlantedPresetsOnH2Test extends PlantedPresetsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
