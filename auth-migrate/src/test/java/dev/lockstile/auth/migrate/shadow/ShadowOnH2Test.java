package dev.lockstile.auth.migrate.shadow;

import dev.lockstile.auth.migrate.support.JpaHost;

final class ShadowOnH2Test extends ShadowContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
