package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class UnbelievedMarksOnPostgresTest extends UnbelievedMarksContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
