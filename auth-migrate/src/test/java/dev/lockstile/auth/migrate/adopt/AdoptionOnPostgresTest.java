package dev.lockstile.auth.migrate.adopt;

import dev.lockstile.auth.migrate.support.JpaHost;

final class AdoptionOnPostgresTest extends AdoptionContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
