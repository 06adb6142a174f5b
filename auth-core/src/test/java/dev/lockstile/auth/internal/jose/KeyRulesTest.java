package dev.lockstile.auth.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import dev.lockstile.auth.secret.Randomness;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** Each rule refuses for itself, whatever another one would say of the same key. */
class KeyRulesTest {

    private static final byte[] SECRET = Randomness.secure().bytes(32);
    private static final RSAKey RSA = rsa(2048);

    @Test
    void a_key_has_a_name_of_1_to_128_characters() {
        for (String id : new String[] {null, "", "x".repeat(129)}) {
            refused(new OctetSequenceKey.Builder(SECRET).keyID(id).build(), "kid of 1 to 128");
        }
        assertThat(KeyRules.algorithm(new OctetSequenceKey.Builder(SECRET)
                        .keyID("x".repeat(128))
                        .build()))
                .isEqualTo(JWSAlgorithm.HS256);
    }

    @Test
    void a_key_for_encryption_signs_nothing() {
        refused(
                new OctetSequenceKey.Builder(SECRET)
                        .keyID("k")
                        .keyUse(KeyUse.ENCRYPTION)
                        .build(),
                "not for signatures");
    }

    @Test
    void an_algorithm_fits_its_key() throws JOSEException {
        ECKey ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        assertThat(KeyRules.algorithm(ec)).isEqualTo(JWSAlgorithm.ES256);
        refused(new ECKey.Builder(ec).algorithm(JWSAlgorithm.ES384).build(), "does not fit");
        refused(new RSAKey.Builder(RSA).algorithm(JWSAlgorithm.HS256).build(), "does not fit RSA");
        assertThat(KeyRules.algorithm(
                        new RSAKey.Builder(RSA).algorithm(JWSAlgorithm.RS256).build()))
                .isEqualTo(JWSAlgorithm.RS256);
        refused(
                new OctetSequenceKey.Builder(SECRET)
                        .keyID("k")
                        .algorithm(JWSAlgorithm.RS256)
                        .build(),
                "does not fit a symmetric key");
    }

    @Test
    void a_symmetric_key_is_as_long_as_its_hash() {
        refused(
                new OctetSequenceKey.Builder(SECRET)
                        .keyID("k")
                        .algorithm(JWSAlgorithm.HS512)
                        .build(),
                "shorter than its hash");
        refused(new OctetSequenceKey.Builder(new byte[31]).keyID("k").build(), "shorter than its hash");
    }

    @Test
    void a_symmetric_key_has_at_least_sixteen_different_bytes() {
        byte[] key = new byte[32];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) (i % 16);
        }
        assertThat(KeyRules.looksRandom(key)).isTrue();
        key[15] = 0;
        key[31] = 0;
        assertThat(KeyRules.looksRandom(key)).isFalse();
    }

    @Test
    void an_rsa_key_has_2048_bits_and_an_odd_exponent_that_is_not_small() {
        assertThat(KeyRules.algorithm(RSA)).isEqualTo(JWSAlgorithm.RS256);
        BigInteger small = RSA.getModulus().decodeToBigInteger().shiftRight(1).setBit(0);
        refused(
                new RSAKey.Builder(Base64URL.encode(small), RSA.getPublicExponent())
                        .keyID("r")
                        .build(),
                "2048 bits");
        for (int exponent : new int[] {3, 65_535, 65_538}) {
            refused(
                    new RSAKey.Builder(RSA.getModulus(), Base64URL.encode(BigInteger.valueOf(exponent)))
                            .keyID("r")
                            .build(),
                    "exponent");
        }
    }

    private static void refused(JWK key, String why) {
        assertThatThrownBy(() -> KeyRules.algorithm(key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    private static RSAKey rsa(int bits) {
        try {
            return new RSAKeyGenerator(bits).keyID("rsa").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
