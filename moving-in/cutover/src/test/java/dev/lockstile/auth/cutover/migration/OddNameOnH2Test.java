package dev.lockstile.auth.cutover.migration;

import dev.lockstile.auth.imports.support.JpaHost;
import org.junit.jupiter.api.Tag;

@Tag("proof")
final class OddNameOnH2Test extends OddNameContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
