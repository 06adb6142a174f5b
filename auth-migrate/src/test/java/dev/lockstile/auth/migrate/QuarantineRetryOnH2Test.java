package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.support.JpaHost;

final class QuarantineRetryOnH2Test extends QuarantineRetryContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
