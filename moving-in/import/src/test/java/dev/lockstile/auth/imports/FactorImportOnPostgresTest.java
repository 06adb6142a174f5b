package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.SmallDjango;

final class FactorImportOnPostgresTest extends FactorImportContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }

    @Override
    SmallDjango openSource() {
        return SmallDjango.onPostgres();
    }
}
