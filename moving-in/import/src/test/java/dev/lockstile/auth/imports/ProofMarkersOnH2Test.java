package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class ProofMarkersOnH2Test extends ProofMarkersContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
