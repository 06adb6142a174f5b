package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class FactorColumnsOnH2Test extends FactorColumnsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
