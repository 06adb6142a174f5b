package dev.lockstile.examples.quickstart;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;

@Tag("proof")
final class SignInMatrixOnH2Test extends SignInMatrixContract {

    @Override
    Map<String, String> database(Path folder) {
        return Map.of("QUICKSTART_DB_URL", "jdbc:h2:file:" + folder.resolve("signing-in"));
    }

    @Override
    Set<SignInTransport> usual() {
        return EnumSet.of(SignInTransport.BODY);
    }
}
