package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class ProvenCountsOnPostgresTest extends ProvenCountsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
