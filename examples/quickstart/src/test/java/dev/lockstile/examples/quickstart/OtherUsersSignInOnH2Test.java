package dev.lockstile.examples.quickstart;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;

@Tag("proof")
final class OtherUsersSignInOnH2Test extends OtherUsersSignInContract {

    @Override
    Map<String, String> database(Path folder) {
        return Map.of("QUICKSTART_DB_URL", "jdbc:h2:file:" + folder.resolve("new-home"));
    }
}
