package dev.lockstile.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Hashes written by the original software, checked as stored and as imported. */
class ForeignVectorsTest {

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
            String fault = VectorVerdict.fault(vector);
            if (fault != null) {
                wrong.add(fault + ": " + vector);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(seen.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(expected);
    }
}
