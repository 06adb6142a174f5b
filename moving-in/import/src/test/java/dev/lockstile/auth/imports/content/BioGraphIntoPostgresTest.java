package dev.lockstile.auth.imports.content;

import dev.lockstile.auth.imports.support.JpaHost;

final class BioGraphIntoPostgresTest extends BioGraphContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
