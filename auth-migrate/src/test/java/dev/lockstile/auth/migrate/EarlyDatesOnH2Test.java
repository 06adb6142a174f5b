package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.support.JpaHost;

final class EarlyDatesOnH2Test extends EarlyDatesContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
