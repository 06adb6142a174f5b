package dev.lockstile.examples.quickstart;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;

@Tag("proof")
final class FactorRequirementsOnH2Test extends FactorRequirementsContract {

    @Override
    Map<String, String> database() {
        return Map.of("QUICKSTART_DB_URL", "jdbc:h2:mem:factors-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }
}
