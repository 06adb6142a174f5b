package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class EarlyDatesOnH2Test extends EarlyDatesContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
