package dev.lockstile.auth.internal.jose;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import java.math.BigInteger;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which keys are good enough, and for which algorithm (RFC 7518 3, RFC 8725 3.5, NIST SP 800-56B). */
final class KeyRules {

    private static final int MAX_ID = 128;
    private static final int MIN_RSA_BITS = 2048;
    private static final BigInteger MIN_EXPONENT = BigInteger.valueOf(65537);
    private static final int MIN_DISTINCT_BYTES = 16;
    private static final Map<Curve, JWSAlgorithm> BY_CURVE =
            Map.of(Curve.P_256, JWSAlgorithm.ES256, Curve.P_384, JWSAlgorithm.ES384, Curve.P_521, JWSAlgorithm.ES512);
    private static final Map<JWSAlgorithm, Integer> HMAC_BITS =
            Map.of(JWSAlgorithm.HS256, 256, JWSAlgorithm.HS384, 384, JWSAlgorithm.HS512, 512);
    private static final Set<JWSAlgorithm> RSA = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512);

    private KeyRules() {}

    /** False for a key that is there to encrypt. */
    static boolean isForSignatures(JWK key) {
        boolean use = key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse());
        Set<KeyOperation> operations = key.getKeyOperations();
        return use
                && (operations == null
                        || operations.contains(KeyOperation.VERIFY)
                        || operations.contains(KeyOperation.SIGN));
    }

    /**
     * The one algorithm of a key.
     *
     * @throws IllegalArgumentException when the key is too weak, or names an algorithm that its type does not have
     */
    static JWSAlgorithm algorithm(JWK key) {
        String id = key.getKeyID();
        require(
                id != null && !id.isEmpty() && id.length() <= MAX_ID,
                "a signing key needs a kid of 1 to 128 characters");
        require(isForSignatures(key), "key " + id + " is not for signatures");
        if (key instanceof ECKey ec) {
            return exactly(BY_CURVE.get(ec.getCurve()), key);
        }
        if (key instanceof OctetKeyPair pair) {
            return exactly(Curve.Ed25519.equals(pair.getCurve()) ? JWSAlgorithm.EdDSA : null, key);
        }
        return key instanceof RSAKey rsa ? rsa(rsa) : hmac(key);
    }

    private static JWSAlgorithm exactly(@Nullable JWSAlgorithm own, JWK key) {
        if (own == null || (key.getAlgorithm() != null && !own.equals(key.getAlgorithm()))) {
            throw new IllegalArgumentException("key " + key.getKeyID() + " has a curve or an alg that does not fit");
        }
        return own;
    }

    private static JWSAlgorithm rsa(RSAKey key) {
        BigInteger modulus = key.getModulus().decodeToBigInteger();
        require(modulus.bitLength() >= MIN_RSA_BITS, "key " + key.getKeyID() + " is RSA with less than 2048 bits");
        BigInteger exponent = key.getPublicExponent().decodeToBigInteger();
        require(
                exponent.testBit(0) && exponent.compareTo(MIN_EXPONENT) >= 0,
                "key " + key.getKeyID() + " has a small or even RSA exponent");
        require(
                !RocaCheck.marks(modulus),
                "key " + key.getKeyID() + " comes from a faulty generator (ROCA, CVE-2017-15361)");
        JWSAlgorithm named = key.getAlgorithm() == null
                ? JWSAlgorithm.RS256
                : new JWSAlgorithm(key.getAlgorithm().getName());
        require(RSA.contains(named), "key " + key.getKeyID() + " has an alg that does not fit RSA");
        return named;
    }

    private static JWSAlgorithm hmac(JWK key) {
        require(key instanceof OctetSequenceKey, "key " + key.getKeyID() + " is of a type that signs nothing");
        JWSAlgorithm named = key.getAlgorithm() == null
                ? JWSAlgorithm.HS256
                : new JWSAlgorithm(key.getAlgorithm().getName());
        Integer bits = HMAC_BITS.get(named);
        require(bits != null, "key " + key.getKeyID() + " has an alg that does not fit a symmetric key");
        require(
                bits != null && key.size() >= bits,
                "key " + key.getKeyID() + " is shorter than its hash (" + bits + " bits)");
        return named;
    }

    /** False for what people type where a random key belongs: one letter again and again, a word, zeros. */
    static boolean looksRandom(byte[] key) {
        long distinct =
                IntStream.range(0, key.length).map(i -> key[i]).distinct().count();
        return distinct >= MIN_DISTINCT_BYTES;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
