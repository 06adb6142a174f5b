package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class UpdateOnPostgresTest extends UpdateContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
