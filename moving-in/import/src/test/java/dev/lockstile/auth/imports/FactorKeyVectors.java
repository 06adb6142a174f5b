package dev.lockstile.auth.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Secrets that other implementations encrypted; see {@code factor-keys/make-vectors.mjs}. */
public final class FactorKeyVectors {

    private static final JsonNode ALL = read();

    private FactorKeyVectors() {}

    /** A text by its path, such as {@code laravel/key}. */
    public static String of(String path) {
        return ALL.at("/" + path).stringValue();
    }

    private static JsonNode read() {
        try (InputStream file = FactorKeyVectors.class.getResourceAsStream("/factor-keys/vectors.json")) {
            return JsonMapper.shared().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
