package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class RollbackOnPostgresTest extends RollbackContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
