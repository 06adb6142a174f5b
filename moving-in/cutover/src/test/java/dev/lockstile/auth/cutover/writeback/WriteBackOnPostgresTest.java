package dev.lockstile.auth.cutover.writeback;

import dev.lockstile.auth.imports.support.JpaHost;

final class WriteBackOnPostgresTest extends WriteBackContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
