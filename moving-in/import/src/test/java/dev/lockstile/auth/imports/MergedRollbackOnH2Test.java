package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class MergedRollbackOnH2Test extends MergedRollbackContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
