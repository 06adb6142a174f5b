package dev.lockstile.auth.token;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Published test vectors: a few in the project, the rest beside the checkout, where there are any. */
public final class Vectors {

    private static final JsonMapper JSON = new JsonMapper();

    private Vectors() {}

    static JsonNode own(String name) {
        try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + name)) {
            return JSON.readTree(in);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Skips the test where the folder is not there. */
    public static JsonNode shared(String name) {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.isDirectory(at.resolve("shared").resolve("vectors"))) {
            at = at.getParent();
        }
        assumeTrue(at != null, "skipped: no folder of shared vectors beside the repository");
        return JSON.readTree(
                at.resolve("shared").resolve("vectors").resolve(name).toFile());
    }
}
