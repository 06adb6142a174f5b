package dev.lockstile.test;

import java.nio.file.Files;
import java.nio.file.Path;

/** Folders that the modules of one build share, such as the unpacked programs of a database. */
public final class BuildFolder {

    private BuildFolder() {}

    /** A folder below {@code target} of the whole checkout. */
    public static Path shared(String name) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("mvnw"))) {
                return at.resolve("target").resolve(name);
            }
        }
        return Path.of("target", name).toAbsolutePath();
    }
}
