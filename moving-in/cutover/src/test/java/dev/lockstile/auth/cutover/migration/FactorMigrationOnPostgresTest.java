package dev.lockstile.auth.cutover.migration;

import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.SmallDjango;

final class FactorMigrationOnPostgresTest extends FactorMigrationContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }

    @Override
    SmallDjango openSource() {
        return SmallDjango.onPostgres();
    }
}
