package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.support.JpaHost;

final class RefusedIdsOnH2Test extends RefusedIdsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
