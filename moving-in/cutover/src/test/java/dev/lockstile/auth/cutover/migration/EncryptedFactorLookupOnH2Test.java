package dev.lockstile.auth.cutover.migration;

import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.OldDatabase;

final class EncryptedFactorLookupOnH2Test extends EncryptedFactorLookupContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }

    @Override
    OldDatabase openSource() {
        return OldDatabase.onH2();
    }
}
