package dev.lockstile.auth.cutover.ways;

import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.OldDatabase;
import java.util.HashSet;
import java.util.Set;

final class EveryWayOnH2Test extends EveryWayContract {

    private static final Set<String> REPLAYED = new HashSet<>();

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

    @Override
    Set<String> replayed() {
        return REPLAYED;
    }
}
