package dev.lockstile.auth.imports.content;

import dev.lockstile.auth.imports.support.JpaHost;

final class BioGraphIntoH2Test extends BioGraphContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
