package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class SystemPasskeysOnH2Test extends SystemPasskeysContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
