package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class EarlyDatesOnPostgresTest extends EarlyDatesContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
