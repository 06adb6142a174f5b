package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.support.JpaHost;

final class CameAlongOnPostgresTest extends CameAlongContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
