package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.support.JpaHost;

final class EarlyDatesOnPostgresTest extends EarlyDatesContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
