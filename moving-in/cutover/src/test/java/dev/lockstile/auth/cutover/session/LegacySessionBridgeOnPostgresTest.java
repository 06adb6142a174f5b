package dev.lockstile.auth.cutover.session;

import dev.lockstile.auth.imports.support.JpaHost;

final class LegacySessionBridgeOnPostgresTest extends LegacySessionBridgeContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
