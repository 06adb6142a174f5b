package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class QuarantineRetryOnH2Test extends QuarantineRetryContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
