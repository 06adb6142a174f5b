package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class KeptIdsOnH2Test extends KeptIdsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
