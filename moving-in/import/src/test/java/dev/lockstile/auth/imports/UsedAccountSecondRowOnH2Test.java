package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class UsedAccountSecondRowOnH2Test extends UsedAccountSecondRowContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
