package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;
import org.junit.jupiter.api.Tag;

@Tag("proof")
final class JbImportIntoH2Test extends JbImportContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
