package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class RealmsOnPostgresTest extends RealmsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
