package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.support.JpaHost;

final class KeptIdsOnH2Test extends KeptIdsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
