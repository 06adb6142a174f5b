package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class SystemFactorsOnH2Test extends SystemFactorsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
