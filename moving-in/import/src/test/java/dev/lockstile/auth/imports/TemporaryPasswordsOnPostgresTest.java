package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class TemporaryPasswordsOnPostgresTest extends TemporaryPasswordsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
