package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class UpdateOnH2Test extends UpdateContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
