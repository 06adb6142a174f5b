package dev.lockstile.auth.cutover.ways;

import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.OldDatabase;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

final class EveryWayOnPostgresTest extends EveryWayContract {

    private static final Set<String> REPLAYED = new HashSet<>();

    static List<FieldCase> cases() {
        return FieldCase.ofPostgres();
    }

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }

    @Override
    OldDatabase openOld() {
        return OldDatabase.onPostgres();
    }

    @Override
    OldDatabase openTaken() {
        return OldDatabase.onPostgres();
    }

    @Override
    Set<String> replayed() {
        return REPLAYED;
    }
}
