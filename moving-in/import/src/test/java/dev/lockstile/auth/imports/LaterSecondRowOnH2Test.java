package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class LaterSecondRowOnH2Test extends LaterSecondRowContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
