package dev.lockstile.auth.cutover.migration;

import dev.lockstile.auth.imports.support.JpaHost;

final class PlantedRoleOnH2Test extends PlantedRoleContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
