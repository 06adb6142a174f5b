package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.support.JpaHost;

final class PlantedRowsOnH2Test extends PlantedRowsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
