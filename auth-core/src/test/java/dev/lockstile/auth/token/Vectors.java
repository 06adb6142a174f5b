package dev.lockstile.auth.token;

import dev.lockstile.test.PublishedFiles;
import java.io.InputStream;
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

    /** Skips the test where the file is not there. */
    public static JsonNode shared(String name) {
        return JSON.readTree(PublishedFiles.vectors(name).toFile());
    }
}
