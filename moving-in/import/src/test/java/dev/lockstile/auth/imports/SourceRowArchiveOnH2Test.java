package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class SourceRowArchiveOnH2Test extends SourceRowArchiveContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
