package dev.lockstile.auth.cutover.migration;

import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.OldDatabase;

final class PresetLookupOnH2Test extends PresetLookupContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }

    @Override
    OldDatabase openOld() {
        return OldDatabase.onH2();
    }
}
