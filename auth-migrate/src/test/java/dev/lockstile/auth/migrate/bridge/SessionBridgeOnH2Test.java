package dev.lockstile.auth.migrate.bridge;

import dev.lockstile.auth.migrate.support.JpaHost;

final class SessionBridgeOnH2Test extends SessionBridgeContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
