package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class NamedColumnsOnPostgresTest extends NamedColumnsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
