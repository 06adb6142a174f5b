package dev.lockstile.auth.cutover.migration;

import dev.lockstile.auth.imports.support.JpaHost;

final class OddStateOnH2Test extends OddStateContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
