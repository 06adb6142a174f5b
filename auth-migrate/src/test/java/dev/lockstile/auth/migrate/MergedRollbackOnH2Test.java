package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.support.JpaHost;

final class MergedRollbackOnH2Test extends MergedRollbackContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
