package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.support.JpaHost;

final class RollbackOnH2Test extends RollbackContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
