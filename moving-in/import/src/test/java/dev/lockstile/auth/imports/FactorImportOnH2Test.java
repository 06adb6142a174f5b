package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.SmallDjango;

final class FactorImportOnH2Test extends FactorImportContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }

    @Override
    SmallDjango openSource() {
        return SmallDjango.onH2();
    }
}
