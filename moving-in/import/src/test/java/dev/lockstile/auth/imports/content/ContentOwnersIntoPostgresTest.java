package dev.lockstile.auth.imports.content;

import dev.lockstile.auth.imports.support.JpaHost;

final class ContentOwnersIntoPostgresTest extends ContentOwnersContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
