package dev.lockstile.auth.cutover.shadow;

import dev.lockstile.auth.imports.support.JpaHost;

final class ShadowOnPostgresTest extends ShadowContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
