package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class SourceRowArchiveOnPostgresTest extends SourceRowArchiveContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
