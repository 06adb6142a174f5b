package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class RollbackOnH2Test extends RollbackContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
