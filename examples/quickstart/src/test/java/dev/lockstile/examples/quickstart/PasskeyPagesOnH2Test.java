package dev.lockstile.examples.quickstart;

import java.nio.file.Path;

final class PasskeyPagesOnH2Test extends PasskeyPagesContract {

    @Override
    String database(Path folder) {
        return "jdbc:h2:file:" + folder.resolve("passkeys");
    }
}
