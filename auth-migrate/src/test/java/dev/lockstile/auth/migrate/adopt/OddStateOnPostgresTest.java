package dev.lockstile.auth.migrate.adopt;

import dev.lockstile.auth.migrate.support.JpaHost;

final class OddStateOnPostgresTest extends OddStateContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
