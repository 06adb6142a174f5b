package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.support.JpaHost;

final class KeptRowsOnH2Test extends KeptRowsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
