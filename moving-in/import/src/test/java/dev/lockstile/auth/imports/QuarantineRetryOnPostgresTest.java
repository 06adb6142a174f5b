package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class QuarantineRetryOnPostgresTest extends QuarantineRetryContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
