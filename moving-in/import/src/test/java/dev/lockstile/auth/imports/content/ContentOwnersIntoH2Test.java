package dev.lockstile.auth.imports.content;

import dev.lockstile.auth.imports.support.JpaHost;

final class ContentOwnersIntoH2Test extends ContentOwnersContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
