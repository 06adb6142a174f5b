package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;

final class DataFilesOnH2Test extends DataFilesContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
