package dev.lockstile.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Hashes written by the original software, checked as stored and as imported. */
class ForeignVectorsTest {

    private static final Set<String> NAMED_ONLY = Set.of(
            "hex_sha1",
            "hex_sha256",
            "spring_pbkdf2_secret_hex",
            "des_crypt",
            "devise_bcrypt",
            "meteor_bcrypt",
            "clerk_pbkdf2_sha256");

    @Test
    void every_generated_hash_answers_as_its_software_did() {
        verifyAll(Vectors.own("hash_vectors.generated.json"), 81);
    }

    @Test
    void every_public_hash_answers_as_its_software_did() {
        verifyAll(Vectors.shared("hash_vectors.public.json"), 262);
    }

    @Test
    void every_hash_of_the_further_formats_answers_as_its_software_did() {
        verifyAll(Vectors.own("more_formats.generated.json"), 190);
    }

    @Test
    void every_hash_of_the_memory_hard_crypts_answers_as_libxcrypt_did() {
        verifyAll(Vectors.own("yescrypt.generated.json"), 46);
    }

    @Test
    void hashes_written_by_django_verify_and_wrong_passwords_do_not() {
        List<String> wrong = new ArrayList<>();
        Passwords passwords = Passwords.of(PasswordFixture.cheap());
        for (JsonNode test :
                Vectors.list(Vectors.own("import_hashes.generated.json").get("tests"))) {
            Secret typed = Vectors.typed(Vectors.password(test));
            boolean matches =
                    passwords.hasher().check(test.get("hash").asString(), typed).matches();
            if (matches != test.get("result").asString().equals("valid")) {
                wrong.add(test.toString());
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void verifyAll(JsonNode vectors, int expected) {
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> seen = new TreeMap<>();
        for (JsonNode vector : Vectors.list(vectors)) {
            seen.merge(vector.get("format").asString(), 1, Integer::sum);
            String fault = fault(vector);
            if (fault != null) {
                wrong.add(fault + ": " + vector);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(seen.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(expected);
    }

    private static String fault(JsonNode vector) {
        String format = vector.get("format").asString();
        String stored = vector.get("hash").asString();
        byte[] password = Vectors.password(vector);
        boolean matches = vector.get("matches").asBoolean();
        Passwords passwords = Passwords.of(VectorCases.settings(vector));
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
        return imported(passwords, vector, stored, typed, expected);
    }

    private static String imported(
            Passwords passwords, JsonNode vector, String stored, Secret typed, boolean expected) {
        ImportHints hints = VectorCases.hints(vector);
        ImportOutcome outcome = passwords.formats().importable(stored, hints);
        if (expected && outcome.toStore().isEmpty()) {
            return "not imported, " + outcome;
        }
        if (stored.equals(outcome.stored())) {
            return null;
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
