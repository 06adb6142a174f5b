package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.support.JpaHost;

final class EveryColumnOnH2Test extends EveryColumnContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
