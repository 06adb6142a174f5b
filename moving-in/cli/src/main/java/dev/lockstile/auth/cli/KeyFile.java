package dev.lockstile.auth.cli;

import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** A file to be made that holds a key and nothing else. */
record KeyFile(Path path, Secret content) {

    /** The files of a deployment, with fresh keys. */
    static List<KeyFile> fresh(Path folder) {
        AuthKeys keys = AuthKeys.generate();
        return List.of(
                new KeyFile(folder.resolve("digest.key"), keys.digestKey()),
                new KeyFile(folder.resolve("signing.jwks"), keys.signing().jwkSet()),
                new KeyFile(folder.resolve("audit.keys"), AuthKeys.generate().digestKey()),
                new KeyFile(folder.resolve("import.keys"), AuthKeys.generate().digestKey()));
    }

    /** @throws IllegalArgumentException when something is there already */
    void refuseIfThere() {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new IllegalArgumentException(path + " is there already: move it away first, or keep it");
        }
    }

    /** @throws IllegalArgumentException when it is there already or cannot be made */
    void create() throws IOException {
        try (OwnersFile file = OwnersFile.create(path)) {
            file.line(content.reveal());
            file.finish();
        }
    }
}
