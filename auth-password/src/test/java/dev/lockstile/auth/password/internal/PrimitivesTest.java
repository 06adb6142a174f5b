package dev.lockstile.auth.password.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.HashCeilings;
import dev.lockstile.test.PublishedFiles;
import java.io.InputStream;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The functions below the formats, against published vectors. */
class PrimitivesTest {

    private static final JsonMapper JSON = new JsonMapper();

    /** Set to also run what takes minutes or a gibibyte. */
    private static final boolean HEAVY = Boolean.getBoolean("lockstile.heavy");

    private static final MemoryGate MEMORY =
            new MemoryGate(Runtime.getRuntime().maxMemory() * 2, Duration.ofSeconds(30));

    @Test
    void argon2_gives_the_tags_of_rfc_9106() throws Exception {
        for (JsonNode test : list(resource("rfc_vectors.json").get("argon2"))) {
            Argon2Parameters parameters = new Argon2Parameters.Builder(type(test))
                    .withVersion(test.get("version").asInt())
                    .withIterations(test.get("t").asInt())
                    .withMemoryAsKB(test.get("mKiB").asInt())
                    .withParallelism(test.get("p").asInt())
                    .withSalt(hex(test, "saltHex"))
                    .withSecret(hex(test, "secretHex"))
                    .withAdditional(hex(test, "adHex"))
                    .build();
            byte[] tag = new byte[32];
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(parameters);
            generator.generateBytes(hex(test, "passwordHex"), tag);
            assertThat(tag).isEqualTo(hex(test, "tagHex"));
        }
    }

    @Test
    void argon2_gives_the_tags_of_the_reference_suite() {
        int seen = 0;
        for (JsonNode test : list(shared("argon2.json").get("tests"))) {
            int memory = test.get("mKiB").asInt();
            if (!test.has("encoded") || memory > 262_144 && !HEAVY) {
                continue;
            }
            Argon2Text text = Argon2Text.parse(test.get("encoded").asString());
            assertThat(text).as(test.toString()).isNotNull();
            assertThat(text.cost())
                    .isEqualTo(new Argon2Cost(
                            memory, test.get("t").asInt(), test.get("p").asInt()));
            byte[] tag = new Argon2(MEMORY).like(text, null, hex(test, "passwordHex"));
            assertThat(tag).as(test.toString()).isEqualTo(hex(test, "tagHex")).isEqualTo(text.tag());
            seen++;
        }
        assertThat(seen).isEqualTo(HEAVY ? 26 : 24);
    }

    @Test
    void scrypt_gives_the_keys_of_rfc_7914() throws Exception {
        HashCeilings high = new HashCeilings(262_144, 1_048_576, 14, 2_000_000, 1_048_576, 1_048_576, 1_000_000);
        for (JsonNode test : list(resource("rfc_vectors.json").get("scrypt"))) {
            int n = test.get("N").asInt();
            if (n > 1 << 16 && !HEAVY) {
                continue;
            }
            byte[] key = new Kdf(high, MEMORY)
                    .scrypt(Kdf.log2(n), test.get("r").asInt(), test.get("p").asInt(), hex(test, "saltHex"), 64)
                    .apply(hex(test, "passwordHex"));
            assertThat(key).as(test.toString()).isEqualTo(hex(test, "dkHex"));
        }
    }

    @Test
    void bcrypt_gives_the_digests_of_the_original_suite_bytes_that_are_no_text_included() {
        for (JsonNode test : list(shared("bcrypt.json").get("tests"))) {
            byte[] password = hex(test, "passwordHex");
            Verifier raw = bcrypt(test, bcrypt -> bcrypt::run);
            Verifier verifier = bcrypt(test, Bcrypt::strict);
            assertThat(raw.test(password)).as(test.toString()).isTrue();
            assertThat(verifier.test(password)).as(test.toString()).isEqualTo(!Bcrypt.hasNul(password));
            password[0] ^= 1;
            assertThat(verifier.test(password)).as(test.toString()).isFalse();
        }
    }

    private static Verifier bcrypt(JsonNode test, Function<Bcrypt, Verifier> way) {
        Kdf kdf = new Kdf(HashCeilings.defaults(), MEMORY);
        return RegexFormat.of("x", Bcrypt.REGEX, found -> way.apply(Bcrypt.read(kdf, found, 1)))
                .parse(test.get("hash").asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha1", "sha256", "sha512"})
    void pbkdf2_gives_the_keys_of_wycheproof(String hash) {
        int seen = 0;
        JsonNode suite = shared("wycheproof/pbkdf2_hmac" + hash + "_test.json");
        for (JsonNode group : list(suite.get("testGroups"))) {
            for (JsonNode test : list(group.get("tests"))) {
                int iterations = test.get("iterationCount").asInt();
                if (iterations > 100_000 && !HEAVY) {
                    continue;
                }
                byte[] password = hex(test, "password");
                byte[] expected = hex(test, "dk");
                byte[] key = Pbkdf2.derive(
                        Prf.named(hash),
                        password,
                        hex(test, "salt"),
                        iterations,
                        test.get("dkLen").asInt());
                assertThat(key).as(test.toString()).isEqualTo(expected);
                assertThat(Pbkdf2.matches(Prf.named(hash), password, hex(test, "salt"), iterations, expected))
                        .isTrue();
                seen++;
            }
        }
        assertThat(seen)
                .isGreaterThan(50)
                .isGreaterThanOrEqualTo(HEAVY ? suite.get("numberOfTests").asInt() : 0);
    }

    @Test
    void a_long_pbkdf2_key_counts_to_its_last_byte() {
        byte[] key = Pbkdf2.derive(Prf.SHA1, new byte[3], new byte[8], 10, 64);
        assertThat(Pbkdf2.matches(Prf.SHA1, new byte[3], new byte[8], 10, key)).isTrue();
        key[63] ^= 1;
        assertThat(Pbkdf2.matches(Prf.SHA1, new byte[3], new byte[8], 10, key)).isFalse();
    }

    private static int type(JsonNode test) {
        return switch (test.get("type").asString()) {
            case "argon2d" -> Argon2Parameters.ARGON2_d;
            case "argon2i" -> Argon2Parameters.ARGON2_i;
            default -> Argon2Parameters.ARGON2_id;
        };
    }

    private static byte[] hex(JsonNode test, String field) {
        return HexFormat.of().parseHex(test.get(field).asString());
    }

    private static List<JsonNode> list(JsonNode array) {
        return array.valueStream().toList();
    }

    private static JsonNode resource(String name) throws Exception {
        try (InputStream in = PrimitivesTest.class.getResourceAsStream("/vectors/" + name)) {
            return JSON.readTree(in);
        }
    }

    private static JsonNode shared(String name) {
        return JSON.readTree(PublishedFiles.vectors(name).toFile());
    }
}
