package dev.lockstile.auth.cutover.session;

import dev.lockstile.auth.imports.support.JpaHost;

final class LegacySessionBridgeOnH2Test extends LegacySessionBridgeContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
