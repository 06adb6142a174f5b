package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class RefusedIdsOnPostgresTest extends RefusedIdsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
