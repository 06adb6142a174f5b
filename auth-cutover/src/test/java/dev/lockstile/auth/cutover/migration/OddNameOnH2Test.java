package dev.lockstile.auth.cutover.migration;

import dev.lockstile.auth.imports.support.JpaHost;

final class OddNameOnH2Test extends OddNameContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
