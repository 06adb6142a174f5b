package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class RequiredActionsOnPostgresTest extends RequiredActionsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
