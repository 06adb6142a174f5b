package dev.lockstile.auth.migrate.adopt;

import dev.lockstile.auth.migrate.support.JpaHost;

final class OddNameOnH2Test extends OddNameContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
