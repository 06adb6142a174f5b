package dev.lockstile.auth.migrate.adopt;

import dev.lockstile.auth.migrate.support.JpaHost;

final class OddNameOnPostgresTest extends OddNameContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
