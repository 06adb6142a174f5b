package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class ProvenCountsOnH2Test extends ProvenCountsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
