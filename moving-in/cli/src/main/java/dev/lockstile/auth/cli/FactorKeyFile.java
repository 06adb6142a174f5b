package dev.lockstile.auth.cli;

import dev.lockstile.auth.imports.mapping.FactorKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads a key file that its owner alone may read, and overwrites what was read. */
final class FactorKeyFile {

    private static final int LONGEST = 64 * 1024;

    private FactorKeyFile() {}

    /**
     * @throws IllegalArgumentException when it is no plain file of its owner alone, or holds no key; nothing of it is
     * told
     */
    static FactorKey read(Path file) {
        byte[] text = new byte[LONGEST];
        try {
            requireOwnersOnly(file);
            int length;
            try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                length = in.readNBytes(text, 0, LONGEST);
            }
            if (length == LONGEST) {
                throw new IllegalArgumentException(file + " is too long for a key");
            }
            byte[] whole = Arrays.copyOf(text, length);
            try {
                return FactorKey.of(whole);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
            } finally {
                Arrays.fill(whole, (byte) 0);
            }
        } catch (IOException e) {
            throw OwnersFile.unreadable(file, e);
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    private static void requireOwnersOnly(Path file) throws IOException {
        OwnersFile.requirePlain(file);
        if (OwnersFile.isOpenToOthers(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IllegalArgumentException(
                    file + " holds a key and others may read or write it: chmod 600 " + file);
        }
    }
}
