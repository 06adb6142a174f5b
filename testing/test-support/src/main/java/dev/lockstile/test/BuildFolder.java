package dev.lockstile.test;

import java.nio.file.Files;
import java.nio.file.Path;

/** Folders that the modules of one build share, such as the unpacked programs of a database. */
public final class BuildFolder {

    private BuildFolder() {}

    /** The folder of the whole checkout; the current one where a module stands alone. */
    public static Path root() {
        Path here = Path.of("").toAbsolutePath();
        for (Path at = here; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("mvnw"))) {
                return at;
            }
        }
        return here;
    }

    /** A folder below {@code target} of the whole checkout. */
    public static Path shared(String name) {
        return root().resolve("target").resolve(name);
    }
}
