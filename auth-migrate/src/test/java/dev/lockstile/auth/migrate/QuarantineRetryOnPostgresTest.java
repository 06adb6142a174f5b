package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.support.JpaHost;

final class QuarantineRetryOnPostgresTest extends QuarantineRetryContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
