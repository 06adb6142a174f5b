package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class FactorColumnsOnPostgresTest extends FactorColumnsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
