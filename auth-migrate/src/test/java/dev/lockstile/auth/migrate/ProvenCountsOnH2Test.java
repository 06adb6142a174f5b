package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.support.JpaHost;

final class ProvenCountsOnH2Test extends ProvenCountsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
