package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.support.JpaHost;

final class CameAlongOnH2Test extends CameAlongContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
