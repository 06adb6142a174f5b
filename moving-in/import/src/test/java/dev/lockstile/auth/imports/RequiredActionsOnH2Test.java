package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class RequiredActionsOnH2Test extends RequiredActionsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
