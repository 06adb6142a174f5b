package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.support.JpaHost;

final class KeptRowsOnPostgresTest extends KeptRowsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
