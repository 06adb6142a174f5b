package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class NamedColumnsOnH2Test extends NamedColumnsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
