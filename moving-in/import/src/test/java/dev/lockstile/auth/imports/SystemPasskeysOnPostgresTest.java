package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class SystemPasskeysOnPostgresTest extends SystemPasskeysContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
