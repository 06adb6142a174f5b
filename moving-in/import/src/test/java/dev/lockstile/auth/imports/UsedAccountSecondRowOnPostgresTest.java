package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class UsedAccountSecondRowOnPostgresTest extends UsedAccountSecondRowContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
