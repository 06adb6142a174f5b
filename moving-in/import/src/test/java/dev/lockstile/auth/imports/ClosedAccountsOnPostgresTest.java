package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class ClosedAccountsOnPostgresTest extends ClosedAccountsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
