package dev.lockstile.auth.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import dev.lockstile.auth.token.Vectors;
import java.math.BigInteger;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The signature functions below our keys, against Project Wycheproof: forged, malleable and malformed signatures. */
class SignatureVectorsTest {

    @ParameterizedTest
    @CsvSource({"ed25519_test.json, EdDSA, 151", "ecdsa_secp256r1_sha256_p1363_test.json, ES256, 262"})
    void every_signature_is_judged_rightly(String file, String algorithm, int cases) throws ParseException {
        List<String> wrong = new ArrayList<>();
        int judged = 0;
        for (JsonNode group : Vectors.shared("wycheproof/" + file).get("testGroups")) {
            VerifyingKey key = VerifyingKey.of(key(group));
            for (JsonNode test : group.get("tests")) {
                judged++;
                boolean valid = test.get("result").asString().equals("valid");
                if (key.signed(jws(algorithm, test)) != valid) {
                    wrong.add(test.get("tcId") + " " + test.get("comment"));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(judged).isEqualTo(cases);
    }

    /** A few groups have their key in hexadecimal alone. */
    private static JWK key(JsonNode group) throws ParseException {
        if (group.has("publicKeyJwk")) {
            return JWK.parse(group.get("publicKeyJwk").toString());
        }
        JsonNode point = group.get("publicKey");
        BigInteger x = new BigInteger(point.get("wx").asString(), 16);
        BigInteger y = new BigInteger(point.get("wy").asString(), 16);
        return new ECKey.Builder(Curve.P_256, ECKey.encodeCoordinate(256, x), ECKey.encodeCoordinate(256, y))
                .keyID("k")
                .build();
    }

    private static CompactJws jws(String algorithm, JsonNode test) {
        byte[] message = HexFormat.of().parseHex(test.get("msg").asString());
        byte[] signature = HexFormat.of().parseHex(test.get("sig").asString());
        JwsHeader header = new JwsHeader("", JWSAlgorithm.parse(algorithm), "k", null, Set.of("alg"), true);
        return new CompactJws(header, message, message.length, signature);
    }
}
