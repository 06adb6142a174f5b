package dev.lockstile.auth.password;

import dev.lockstile.auth.secret.Secret;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a migration would know of a test vector: the settings of the old system, and what its column holds. */
final class VectorCases {

    /** The shapes that do not speak for themselves. */
    private static final Map<String, String> HINTS = Map.of(
            "hex_md5", "hex_md5",
            "hex_sha1", "hex_sha1",
            "hex_sha256", "hex_sha256",
            "spring_message_digest_md5", "hex_md5",
            "werkzeug_hmac", "werkzeug",
            "spring_pbkdf2_secret_hex", "spring_pbkdf2_hex");

    private VectorCases() {}

    static ImportHints hints(JsonNode vector) {
        String format = vector.get("format").asString();
        ImportHints hints = ImportHints.of(HINTS.getOrDefault(format, format.startsWith("django") ? "django" : format));
        JsonNode params = vector.get("params");
        return params != null && params.has("salt")
                ? hints.withFirebaseSalt(params.get("salt").asString())
                : hints;
    }

    static PasswordSettings settings(JsonNode vector) {
        PasswordSettings settings = PasswordFixture.cheap();
        if (vector.has("devisePepper")) {
            return settings.withDevisePepper(
                    Secret.of(vector.get("devisePepper").asString()));
        }
        JsonNode params = vector.get("params");
        if (params == null) {
            return settings;
        }
        if (params.has("secret")) {
            return settings.withSpringSecret(Secret.of(params.get("secret").asString()));
        }
        return params.has("signer_key")
                ? settings.withFirebase(ForeignSecrets.Firebase.of(
                        params.get("signer_key").asString(),
                        params.get("salt_separator").asString(),
                        params.get("rounds").asInt(),
                        params.get("mem_cost").asInt()))
                : settings;
    }
}
