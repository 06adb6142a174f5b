package dev.lockstile.auth.migrate.back;

import dev.lockstile.auth.migrate.support.JpaHost;

final class WayBackOnH2Test extends WayBackContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
