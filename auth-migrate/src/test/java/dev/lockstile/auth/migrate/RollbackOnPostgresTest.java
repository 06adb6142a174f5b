package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.support.JpaHost;

final class RollbackOnPostgresTest extends RollbackContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
