package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class ProofMarkersOnPostgresTest extends ProofMarkersContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
