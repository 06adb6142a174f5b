package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class TemporaryPasswordsOnH2Test extends TemporaryPasswordsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
