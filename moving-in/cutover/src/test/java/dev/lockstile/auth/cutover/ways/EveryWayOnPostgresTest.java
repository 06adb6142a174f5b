package dev.lockstile.auth.cutover.ways;

import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.OldDatabase;

final class EveryWayOnPostgresTest extends EveryWayContract {

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
