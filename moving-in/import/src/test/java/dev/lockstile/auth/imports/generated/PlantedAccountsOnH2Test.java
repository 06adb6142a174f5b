package dev.lockstile.auth.imports.generated;

import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.OldDatabase;

final class PlantedAccountsOnH2Test extends PlantedAccountsContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }

    @Override
    OldDatabase oldDatabase() {
        return OldDatabase.onH2();
    }
}
