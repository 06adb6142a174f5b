package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class RelatedRowsOnPostgresTest extends RelatedRowsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
