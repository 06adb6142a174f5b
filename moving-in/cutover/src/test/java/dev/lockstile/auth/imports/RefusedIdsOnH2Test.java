package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class RefusedIdsOnH2Test extends RefusedIdsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
