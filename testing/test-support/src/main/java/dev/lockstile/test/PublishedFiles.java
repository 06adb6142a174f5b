package dev.lockstile.test;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files of others that may be read but not copied: a folder {@code shared} in the folder of the checkout or in one
 * above it.
 */
public final class PublishedFiles {

    private PublishedFiles() {}

    /** A file of vectors; the test is skipped where it is not there. */
    public static Path vectors(String name) {
        return find(Path.of("shared", "vectors", name), SkipReason.VECTORS);
    }

    /** A collection of requests; the test is skipped where it is not there. */
    public static Path collection(String name) {
        return find(Path.of("shared", "contract", name), SkipReason.COLLECTIONS);
    }

    private static Path find(Path file, SkipReason missing) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(file))) {
                return at.resolve(file);
            }
        }
        missing.skip(file.getFileName().toString());
        throw new IllegalStateException("a skipped test went on");
    }
}
