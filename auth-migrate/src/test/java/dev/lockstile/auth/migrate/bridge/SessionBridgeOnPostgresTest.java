package dev.lockstile.auth.migrate.bridge;

import dev.lockstile.auth.migrate.support.JpaHost;

final class SessionBridgeOnPostgresTest extends SessionBridgeContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
