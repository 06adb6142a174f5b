package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.support.JpaHost;

final class JbImportIntoPostgresTest extends JbImportContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
