package dev.lockstile.auth.password;

import dev.lockstile.auth.secret.Secret;
import dev.lockstile.test.PublishedFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads test vectors: the project's own from the class path, the others from the folder beside the repository. */
final class Vectors {

    private static final JsonMapper JSON = new JsonMapper();

    private Vectors() {}

    static JsonNode own(String name) {
        try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + name)) {
            return JSON.readTree(in);
        } catch (IOException broken) {
            throw new IllegalStateException(name, broken);
        }
    }

    /** Skips the test where the file is not there. */
    static JsonNode shared(String name) {
        return JSON.readTree(PublishedFiles.vectors(name).toFile());
    }

    static List<JsonNode> list(JsonNode array) {
        return array.valueStream().toList();
    }

    /** The bytes of the password of a case, whichever way it is written. */
    static byte[] password(JsonNode node) {
        if (node.hasNonNull("password")) {
            return node.get("password").asString().getBytes(StandardCharsets.UTF_8);
        }
        String hex = node.has("passwordHex")
                ? node.get("passwordHex").asString()
                : node.get("password_hex").asString();
        return HexFormat.of().parseHex(hex);
    }

    /** The password as typed text, or null when its bytes are no UTF-8. */
    static Secret typed(byte[] password) {
        String text = new String(password, StandardCharsets.UTF_8);
        return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), password) ? Secret.of(text) : null;
    }
}
