package dev.lockstile.auth.cutover.migration;

import dev.lockstile.auth.imports.support.JpaHost;

final class JustInTimeMigrationOnPostgresTest extends JustInTimeMigrationContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
