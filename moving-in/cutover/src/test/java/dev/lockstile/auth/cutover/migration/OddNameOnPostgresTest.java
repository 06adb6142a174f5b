package dev.lockstile.auth.cutover.migration;

import dev.lockstile.auth.imports.support.JpaHost;

final class OddNameOnPostgresTest extends OddNameContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
