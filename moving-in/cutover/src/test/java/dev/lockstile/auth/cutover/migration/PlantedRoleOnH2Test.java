package dev.lockstile.auth.cutover.migration;

import dev.lockstile.auth.imports.support.JpaHost;
import org.junit.jupiter.api.Tag;

@Tag("proof")
final class PlantedRoleOnH2Test extends PlantedRoleContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
