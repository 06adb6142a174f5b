package dev.lockstile.examples.quickstart;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

@Tag("proof")
final class PasskeyPagesOnH2Test extends PasskeyPagesContract {

    @Override
    String database(Path folder) {
        return "jdbc:h2:file:" + folder.resolve("passkeys");
    }
}
