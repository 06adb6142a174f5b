package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class PlantedRowsOnH2Test extends PlantedRowsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
