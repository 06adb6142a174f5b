package dev.lockstile.auth.cutover.migration;

import dev.lockstile.auth.imports.support.JpaHost;

final class OddStateOnPostgresTest extends OddStateContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
