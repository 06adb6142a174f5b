package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.support.JpaHost;

final class UnbelievedMarksOnH2Test extends UnbelievedMarksContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
