package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class EveryColumnOnPostgresTest extends EveryColumnContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
