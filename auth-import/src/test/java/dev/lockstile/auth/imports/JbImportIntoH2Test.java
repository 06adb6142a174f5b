package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class JbImportIntoH2Test extends JbImportContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
