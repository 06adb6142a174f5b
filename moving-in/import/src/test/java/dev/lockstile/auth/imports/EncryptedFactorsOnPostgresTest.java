package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class EncryptedFactorsOnPostgresTest extends EncryptedFactorsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
