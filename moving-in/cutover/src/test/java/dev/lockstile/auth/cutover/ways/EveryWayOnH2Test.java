package dev.lockstile.auth.cutover.ways;

import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.OldDatabase;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All cases with {@code -Pproof}, else one of each preset: they all run on PostgreSQL. */
final class EveryWayOnH2Test extends EveryWayContract {

    private static final Set<String> REPLAYED = new HashSet<>();

    static List<FieldCase> cases() {
        return Boolean.getBoolean("lockstile.proof") ? FieldCase.all() : FieldCase.oneOfEachPreset(FieldCase.all());
    }

    static List<FieldCase> casesOfFactorTables() {
        List<FieldCase> all = EveryWayContract.casesOfFactorTables();
        return Boolean.getBoolean("lockstile.proof") ? all : FieldCase.oneOfEachPreset(all);
    }

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
