package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class EveryColumnOnH2Test extends EveryColumnContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
