package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class RelatedRowsOnH2Test extends RelatedRowsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
