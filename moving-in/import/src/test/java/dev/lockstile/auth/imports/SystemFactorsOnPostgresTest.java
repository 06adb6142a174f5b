package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class SystemFactorsOnPostgresTest extends SystemFactorsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
