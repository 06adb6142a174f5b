package dev.lockstile.auth.imports.content;

import dev.lockstile.auth.imports.support.JpaHost;

final class ContentRowsIntoH2Test extends ContentRowsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
