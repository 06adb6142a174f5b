package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class RealmsOnH2Test extends RealmsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
