package dev.lockstile.auth.cutover.migration;

import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.OldDatabase;

final class EncryptedFactorLookupOnPostgresTest extends EncryptedFactorLookupContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }

    @Override
    OldDatabase openSource() {
        return OldDatabase.onPostgres();
    }
}
