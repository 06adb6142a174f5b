package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class MergedRollbackOnPostgresTest extends MergedRollbackContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
