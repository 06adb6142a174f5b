package dev.lockstile.auth.password.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Keycloak credential as JSON: {@code credentialData} and {@code secretData}, as objects or as the texts its export
 * and its table hold, or the flat form of early versions. The figures are those of PHC and passlib texts, so it is
 * rewritten to one of them, and an import stores that instead of the JSON.
 */
final class KeycloakFormat implements Format {

    static final String ID = "keycloak";

    private static final Set<String> PARTS = Set.of("credentialData", "secretData", "additionalParameters");

    private final Kdf kdf;
    private final Argon2Hashes own;

    KeycloakFormat(Kdf kdf, Argon2Hashes own) {
        this.kdf = kdf;
        this.own = own;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public @Nullable Verifier parse(String stored) {
        String plain = rewrite(stored);
        if (plain == null) {
            return null;
        }
        Argon2Text argon2 = Argon2Text.parse(plain);
        return argon2 != null ? own.verifier(argon2) : ModularFormats.pbkdf2(kdf, plain);
    }

    /** The same hash as a PHC or passlib text, or null when this is no Keycloak credential. */
    static @Nullable String rewrite(String stored) {
        if (!stored.startsWith("{") || !stored.endsWith("}") || stored.indexOf('"') < 0) {
            return null;
        }
        try {
            return rewrite(flat(CredentialJson.object(stored)));
        } catch (IllegalArgumentException malformed) {
            // braces and quotes, but not this JSON: some other format, or none
            return null;
        }
    }

    private static @Nullable String rewrite(Map<String, Object> fields) {
        String algorithm = text(fields, "algorithm");
        String key = fields.containsKey("value") ? text(fields, "value") : text(fields, "hashedSaltedValue");
        String salt = Encodings.b64(Encodings.b64(text(fields, "salt")));
        String tag = Encodings.b64(Encodings.b64(key));
        String rounds = text(fields, "hashIterations");
        return switch (algorithm) {
            case "pbkdf2" -> passlib("$pbkdf2$", rounds, salt, tag);
            case "pbkdf2-sha256", "pbkdf2-sha512" -> passlib("$" + algorithm + "$", rounds, salt, tag);
            case "argon2" ->
                "$argon2" + text(fields, "type") + "$v="
                        + (text(fields, "version").equals("1.0") ? 16 : 19)
                        + "$m=" + text(fields, "memory") + ",t=" + rounds + ",p=" + text(fields, "parallelism") + "$"
                        + salt
                        + "$" + tag;
            default -> null;
        };
    }

    private static String passlib(String prefix, String rounds, String salt, String tag) {
        return prefix + rounds + "$" + (salt + "$" + tag).replace('+', '.');
    }

    /** Both parts have additional parameters of their own, of which the secret's are most often none. */
    private static Map<String, Object> flat(Map<?, ?> json) {
        Map<String, Object> fields = new HashMap<>();
        json.forEach((name, field) -> {
            Object inner = field;
            if (PARTS.contains(String.valueOf(name))) {
                inner = field instanceof String text ? CredentialJson.object(text) : field;
            }
            if (inner instanceof Map<?, ?> part) {
                fields.putAll(flat(part));
            } else {
                fields.put(String.valueOf(name), inner);
            }
        });
        return fields;
    }

    /** A field's text; additional parameters are lists of one. */
    private static String text(Map<String, Object> fields, String name) {
        Object value = fields.get(name);
        if (value instanceof List<?> list && list.size() == 1) {
            value = list.get(0);
        }
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("no " + name);
    }
}
