package dev.lockstile.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Project Wycheproof's cases of RFC 7515 and 7517, through the public entry. */
class WycheproofJoseTest {

    /**
     * Labelled against the standard: 367 and 370 equal the valid case 357 byte for byte, 372 and 373 hold a question
     * mark, 346, 350 and 347, 351 use a key with an algorithm that it does not name.
     */
    private static final Set<Integer> MISLABELLED = Set.of(346, 347, 350, 351, 367, 370, 372, 373);

    @Test
    void all_393_signatures_are_judged_rightly() {
        List<String> wrong = new ArrayList<>();
        int judged = 0;
        for (JsonNode group :
                Vectors.shared("wycheproof/json_web_signature_test.json").get("testGroups")) {
            JsonNode key = group.has("public") ? group.get("public") : group.get("private");
            VerificationKeys keys = keys("{\"keys\":[" + key + "]}");
            for (JsonNode test : group.get("tests")) {
                if (!MISLABELLED.contains(test.get("tcId").asInt())) {
                    judged++;
                    judge(test, keys, wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(judged).isEqualTo(393);
    }

    @Test
    void all_26_key_sets_are_judged_rightly() {
        List<String> wrong = new ArrayList<>();
        int judged = 0;
        for (JsonNode group :
                Vectors.shared("wycheproof/json_web_key_test.json").get("testGroups")) {
            JsonNode set = group.has("public") ? group.get("public") : group.get("private");
            for (JsonNode test : group.get("tests")) {
                judged++;
                judge(test, keys(set.toString()), wrong);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(judged).isEqualTo(26);
    }

    @Test
    void nothing_encrypted_passes_for_something_signed() {
        VerificationKeys any = keys("{\"keys\":[{\"kty\":\"oct\",\"kid\":\"a\",\"alg\":\"HS256\","
                + "\"k\":\"-ebuDNsVZ2iJtoZ-akfXTSCt4UO2cruLCsbWlBinggE\"}]}");
        int judged = 0;
        for (JsonNode group :
                Vectors.shared("wycheproof/json_web_encryption_test.json").get("testGroups")) {
            for (JsonNode test : group.get("tests")) {
                judged++;
                assertThat(any.verify(test.get("jwe").asString())).isEmpty();
            }
        }
        assertThat(judged).isEqualTo(139);
    }

    private static void judge(JsonNode test, @Nullable VerificationKeys keys, List<String> wrong) {
        boolean valid = test.get("result").asString().equals("valid");
        boolean accepted =
                keys != null && keys.verify(test.get("jws").asString()).isPresent();
        if (valid != accepted) {
            wrong.add(test.get("tcId") + " " + test.get("comment") + (valid ? " refused" : " accepted"));
        }
    }

    private static @Nullable VerificationKeys keys(String set) {
        try {
            return VerificationKeys.parse(set);
        } catch (IllegalArgumentException e) {
            return null; // refused as a set, so it verifies nothing
        }
    }
}
