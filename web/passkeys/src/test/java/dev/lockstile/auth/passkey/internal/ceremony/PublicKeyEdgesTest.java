package dev.lockstile.auth.passkey.internal.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Public keys at the bounds of what a registration takes. */
class PublicKeyEdgesTest {

    private static final String RP = "example.org";
    private static final CredentialBytes CHALLENGE = CredentialBytes.of(new byte[32]);
    private static final BigInteger P256 =
            new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
    private static final BigInteger P256_B =
            new BigInteger("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b", 16);

    @ParameterizedTest
    @CsvSource({"2048, 3", "2048, 65537", "8192, 65537", "2048, 18446744073709551615"})
    void a_key_of_rsa_has_2048_to_8192_bits_and_an_odd_exponent_of_64_bits_at_most(int bits, BigInteger exponent) {
        assertThat(registered(rsa(odd(bits), exponent))).isInstanceOf(RegistrationOutcome.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource({"2047, 65537", "8193, 65537", "2048, 1", "2048, 4", "2048, 18446744073709551617"})
    void a_key_of_rsa_beyond_these_bounds_is_refused(int bits, BigInteger exponent) {
        assertThat(registered(rsa(odd(bits), exponent)))
                .isEqualTo(new RegistrationOutcome.Refused(CeremonyRefusal.KEY));
    }

    @Test
    void an_even_modulus_is_refused() {
        assertThat(registered(rsa(odd(2048).add(BigInteger.ONE), BigInteger.valueOf(65537))))
                .isEqualTo(new RegistrationOutcome.Refused(CeremonyRefusal.KEY));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5})
    void a_point_is_written_with_coordinates_below_the_prime(int x) {
        BigInteger small = BigInteger.valueOf(x);
        BigInteger y = root(small);
        assertThat(registered(point(small, y))).isInstanceOf(RegistrationOutcome.Accepted.class);
        assertThat(registered(point(small.add(P256), y)))
                .as("the same point modulo the prime")
                .isInstanceOf(RegistrationOutcome.Refused.class);
    }

    @Test
    void a_key_of_an_edwards_curve_is_none_of_es256() {
        Map<Integer, Object> key = Map.of(1, 1, 3, -7, -1, 6, -2, new byte[32]);
        assertThat(registered(key)).isEqualTo(new RegistrationOutcome.Refused(CeremonyRefusal.ALGORITHM));
    }

    @Test
    void a_point_beside_the_curve_is_refused() {
        BigInteger five = BigInteger.valueOf(5);
        BigInteger y = root(five);
        for (BigInteger beside : List.of(y.add(BigInteger.ONE), y.subtract(BigInteger.ONE), BigInteger.ZERO)) {
            assertThat(registered(point(five, beside))).isEqualTo(new RegistrationOutcome.Refused(CeremonyRefusal.KEY));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-8, -257, -258, -35, -36})
    void a_point_of_p_256_is_of_no_other_algorithm(int algorithm) {
        Map<Integer, Object> key = new HashMap<>(point(BigInteger.ZERO, root(BigInteger.ZERO)));
        key.put(3, algorithm);
        assertThat(registered(key)).isInstanceOf(RegistrationOutcome.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-7, -8})
    void a_modulus_is_of_no_algorithm_of_curves(int algorithm) {
        Map<Integer, Object> key = new HashMap<>(rsa(odd(2048), BigInteger.valueOf(65537)));
        key.put(3, algorithm);
        assertThat(registered(key)).isEqualTo(new RegistrationOutcome.Refused(CeremonyRefusal.ALGORITHM));
    }

    @Test
    void a_key_with_its_private_part_is_refused() {
        Map<Integer, Object> key = new HashMap<>(point(BigInteger.ZERO, root(BigInteger.ZERO)));
        key.put(-4, Cose.unsigned(BigInteger.TEN, 32));
        assertThat(registered(key)).isEqualTo(new RegistrationOutcome.Refused(CeremonyRefusal.KEY));
    }

    private static Map<Integer, Object> rsa(BigInteger modulus, BigInteger exponent) {
        return Map.of(1, 3, 3, -257, -1, bytes(modulus), -2, bytes(exponent));
    }

    private static Map<Integer, Object> point(BigInteger x, BigInteger y) {
        return Map.of(1, 2, 3, -7, -1, 1, -2, Cose.unsigned(x, 32), -3, Cose.unsigned(y, 32));
    }

    private static BigInteger root(BigInteger x) {
        BigInteger square =
                x.pow(3).subtract(x.multiply(BigInteger.valueOf(3))).add(P256_B).mod(P256);
        return square.modPow(P256.add(BigInteger.ONE).shiftRight(2), P256);
    }

    private static BigInteger odd(int bits) {
        return BigInteger.ONE.shiftLeft(bits - 1).setBit(0);
    }

    private static byte[] bytes(BigInteger number) {
        return Cose.unsigned(number, (number.bitLength() + 7) / 8);
    }

    private static RegistrationOutcome registered(Map<Integer, Object> key) {
        String data = "{\"type\":\"webauthn.create\",\"challenge\":\"" + CHALLENGE.text()
                + "\",\"origin\":\"https://example.org\"}";
        return new RegistrationVerifier(CeremonyPolicy.of(RP, Set.of("https://example.org")))
                .verify(
                        CHALLENGE,
                        SoftKey.es256().withKey(key).registered(RP, data, 0x45).json());
    }
}
