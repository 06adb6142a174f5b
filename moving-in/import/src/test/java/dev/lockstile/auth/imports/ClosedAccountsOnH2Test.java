package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class ClosedAccountsOnH2Test extends ClosedAccountsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
