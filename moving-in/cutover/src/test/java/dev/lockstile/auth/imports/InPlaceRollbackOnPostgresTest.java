package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.OldDatabase;

final class InPlaceRollbackOnPostgresTest extends InPlaceRollbackContract {

    @Override
    OldDatabase openTaken() {
        return OldDatabase.onPostgres();
    }
}
