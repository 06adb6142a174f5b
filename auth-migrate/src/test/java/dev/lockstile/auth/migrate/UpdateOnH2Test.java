package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.support.JpaHost;

final class UpdateOnH2Test extends UpdateContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
