package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class UpdateRollbackOnH2Test extends UpdateRollbackContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
