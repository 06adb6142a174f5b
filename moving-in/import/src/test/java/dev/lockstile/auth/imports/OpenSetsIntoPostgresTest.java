package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class OpenSetsIntoPostgresTest extends OpenSetsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
