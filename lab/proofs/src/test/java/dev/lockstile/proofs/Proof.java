package dev.lockstile.proofs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** How much is run: all of it under the Maven profile {@code proof}, else a little. */
final class Proof {

    static final boolean FULL = Boolean.getBoolean("lockstile.proof");

    /** Rounds of each race. */
    static final int ROUNDS = FULL ? 20 : 1;

    /** Threads of each of the two processes. */
    static final int THREADS = FULL ? 50 : 20;

    private static final Path FOLDER = Path.of("target", "proofs").toAbsolutePath();

    private Proof() {}

    /** The folder for what proofs leave behind. */
    static Path folder() {
        try {
            return Files.createDirectories(FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a figure in {@code target/proofs/figures.txt}. */
    static synchronized void note(String line) {
        try {
            Files.writeString(
                    folder().resolve("figures.txt"),
                    line + System.lineSeparator(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
