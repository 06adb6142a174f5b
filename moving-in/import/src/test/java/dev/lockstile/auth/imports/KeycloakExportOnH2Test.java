package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class KeycloakExportOnH2Test extends KeycloakExportContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
