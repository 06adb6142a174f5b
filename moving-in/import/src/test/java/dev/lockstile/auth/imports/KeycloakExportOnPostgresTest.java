package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class KeycloakExportOnPostgresTest extends KeycloakExportContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
