package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.support.JpaHost;

final class UnbelievedMarksOnPostgresTest extends UnbelievedMarksContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
