package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class UnbelievedMarksOnH2Test extends UnbelievedMarksContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
