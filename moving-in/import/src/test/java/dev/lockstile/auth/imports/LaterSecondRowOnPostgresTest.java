package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class LaterSecondRowOnPostgresTest extends LaterSecondRowContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
