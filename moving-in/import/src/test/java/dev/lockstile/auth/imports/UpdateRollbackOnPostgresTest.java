package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class UpdateRollbackOnPostgresTest extends UpdateRollbackContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
