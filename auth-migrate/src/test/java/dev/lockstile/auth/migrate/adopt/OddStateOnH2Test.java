package dev.lockstile.auth.migrate.adopt;

import dev.lockstile.auth.migrate.support.JpaHost;

final class OddStateOnH2Test extends OddStateContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
