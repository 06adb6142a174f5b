package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.OldDatabase;

final class InPlaceRollbackOnH2Test extends InPlaceRollbackContract {

    @Override
    OldDatabase openTaken() {
        return OldDatabase.onPlainH2();
    }
}
