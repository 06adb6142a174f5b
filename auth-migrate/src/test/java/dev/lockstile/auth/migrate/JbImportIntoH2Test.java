package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.support.JpaHost;

final class JbImportIntoH2Test extends JbImportContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
