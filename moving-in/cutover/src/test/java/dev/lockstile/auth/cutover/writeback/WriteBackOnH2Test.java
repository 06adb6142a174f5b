package dev.lockstile.auth.cutover.writeback;

import dev.lockstile.auth.imports.support.JpaHost;

final class WriteBackOnH2Test extends WriteBackContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
