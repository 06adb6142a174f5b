package dev.lockstile.examples.quickstart;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;

@Tag("proof")
final class FactorGuideOnH2Test extends FactorGuideContract {

    @Override
    Map<String, String> database(Path at) {
        return Map.of("QUICKSTART_DB_URL", "jdbc:h2:file:" + at.resolve("new-home"));
    }
}
