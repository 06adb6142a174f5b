package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class EncryptedFactorsOnH2Test extends EncryptedFactorsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
