package dev.lockstile.auth.cutover.ways;

import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.OldDatabase;
import java.util.List;

final class EveryWayOnPostgresTest extends EveryWayContract {

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
}
