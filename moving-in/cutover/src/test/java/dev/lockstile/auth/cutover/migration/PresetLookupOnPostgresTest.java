package dev.lockstile.auth.cutover.migration;

import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.OldDatabase;

final class PresetLookupOnPostgresTest extends PresetLookupContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }

    @Override
    OldDatabase openOld() {
        return OldDatabase.onPostgres();
    }
}
