package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.support.JpaHost;

final class OpenSetsIntoH2Test extends OpenSetsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
