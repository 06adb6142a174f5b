package dev.lockstile.auth.cutover.migration;

import dev.lockstile.auth.imports.support.JpaHost;

final class JustInTimeMigrationOnH2Test extends JustInTimeMigrationContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
