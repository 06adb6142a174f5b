package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class DataFilesOnPostgresTest extends DataFilesContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
