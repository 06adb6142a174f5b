package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class JbImportIntoPostgresTest extends JbImportContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
