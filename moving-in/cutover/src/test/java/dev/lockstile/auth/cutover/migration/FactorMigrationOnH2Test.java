package dev.lockstile.auth.cutover.migration;

import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.SmallDjango;
import org.junit.jupiter.api.Tag;

@Tag("proof")
final class FactorMigrationOnH2Test extends FactorMigrationContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }

    @Override
    SmallDjango openSource() {
        return SmallDjango.onH2();
    }
}
