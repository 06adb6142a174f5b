package dev.lockstile.auth.cutover.ways;

import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.OldDatabase;

final class EveryWayOnH2Test extends EveryWayContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }

    @Override
    OldDatabase openOld() {
        return OldDatabase.onH2();
    }

    @Override
    OldDatabase openTaken() {
        return OldDatabase.onPlainH2();
    }
}
