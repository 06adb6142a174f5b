package dev.lockstile.examples.quickstart;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

@Tag("proof")
final class PasskeyEnrolmentOnH2Test extends PasskeyEnrolmentContract {

    @Override
    String database(Path folder) {
        return "jdbc:h2:file:" + folder.resolve("passkey-enrolment");
    }
}
