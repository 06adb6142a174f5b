package dev.lockstile.examples.quickstart;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;

@Tag("proof")
final class LegacySocialSignInOnH2Test extends LegacySocialSignInContract {

    @Override
    Map<String, String> database(Path folder) {
        return Map.of("QUICKSTART_DB_URL", "jdbc:h2:mem:legacy-social;DB_CLOSE_DELAY=-1");
    }
}
