package dev.lockstile.auth.imports.content;

import dev.lockstile.auth.imports.support.JpaHost;

final class ContentRowsIntoPostgresTest extends ContentRowsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
