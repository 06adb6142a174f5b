package dev.lockstile.auth.cli;

import dev.lockstile.auth.model.Secret;
import dev.lockstile.auth.token.SigningKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file with a private JWK set: read whole, and replaced whole by one that only its owner may read. */
final class SigningKeysFile {

    private static final long LONGEST = 1024 * 1024;

    private final Path file;

    private SigningKeysFile(Path file) {
        this.file = file;
    }

    /** @throws IllegalArgumentException for anything but a plain file */
    static SigningKeysFile of(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IllegalArgumentException(file + " is no plain file: name the file itself, not a link to it");
        }
        return new SigningKeysFile(file);
    }

    /** @throws IllegalArgumentException when it holds no private JWK set; what it holds is not told */
    SigningKeys read() {
        SigningKeys keys = new SigningKeys(Secret.of(text()));
        try {
            keys.keys();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " holds no set of private keys (JWK set, RFC 7517)");
        }
        return keys;
    }

    private String text() {
        try {
            if (Files.size(file) > LONGEST) {
                throw new IllegalArgumentException(file + " is too long for a set of keys");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "cannot read " + file + " (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    /** Whoever reads meanwhile sees the old set or the new one. */
    void replace(SigningKeys next) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        new KeyFile(draft, next.jwkSet()).create();
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
