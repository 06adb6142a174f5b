package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.support.JpaHost;

final class MergedRollbackOnPostgresTest extends MergedRollbackContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
