package dev.lockstile.auth.cutover.shadow;

import dev.lockstile.auth.imports.support.JpaHost;

final class ShadowOnH2Test extends ShadowContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
