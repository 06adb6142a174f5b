package dev.lockstile.auth.password;

import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.secret.Secret;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whether a hash written by other software answers as that software did, as it is stored and as an import stores it.
 */
final class VectorVerdict {

    private static final Set<String> NAMED_ONLY = Set.of(
            "hex_sha1",
            "hex_sha256",
            "spring_pbkdf2_secret_hex",
            "des_crypt",
            "devise_bcrypt",
            "meteor_bcrypt",
            "clerk_pbkdf2_sha256");

    private VectorVerdict() {}

    /** What is wrong, or null. */
    static @Nullable String fault(JsonNode vector) {
        return fault(vector, Passwords.of(VectorCases.settings(vector)));
    }

    /** The same by the service that {@link VectorCases#settings} leads to. */
    static @Nullable String fault(JsonNode vector, Passwords passwords) {
        String format = vector.get("format").asString();
        String stored = vector.get("hash").asString();
        byte[] password = Vectors.password(vector);
        boolean matches = vector.get("matches").asBoolean();
        Secret typed = Vectors.typed(password);
        if (typed == null) {
            // bytes that no typed text can have; the original software was given them directly
            return null;
        }
        boolean cutByBcrypt = format.equals("bcrypt") || format.equals("django_bcrypt");
        boolean expected = matches && !(cutByBcrypt && unsafeForBcrypt(password));
        boolean bySight = !NAMED_ONLY.contains(format) && !format.equals("firebase_scrypt");
        if (bySight && passwords.hasher().check(stored, typed).matches() != expected) {
            return "as stored";
        }
        if (bySight
                && stored.equals(passwords
                        .formats()
                        .foreseen(stored, VectorCases.hints(vector))
                        .stored())) {
            return null;
        }
        return imported(passwords, vector, stored, typed, expected);
    }

    private static @Nullable String imported(
            Passwords passwords, JsonNode vector, String stored, Secret typed, boolean expected) {
        ImportHints hints = VectorCases.hints(vector);
        ImportOutcome outcome = passwords.formats().importable(stored, hints);
        if (expected && outcome.toStore().isEmpty()) {
            return "not imported, " + outcome;
        }
        boolean found = passwords.hasher().check(outcome.stored(), typed).matches();
        return found == expected ? null : "as imported, " + outcome;
    }

    private static boolean unsafeForBcrypt(byte[] password) {
        for (byte b : password) {
            if (b == 0) {
                return true;
            }
        }
        return password.length > 72;
    }
}
