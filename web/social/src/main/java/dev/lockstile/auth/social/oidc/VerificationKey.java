package dev.lockstile.auth.social.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A public key of a provider with the algorithms that it may be used with: the key decides, a token's header only
 * chooses among what the key has (RFC 8725 3.1).
 *
 * @param id null where the set names none
 * @param issuer the only issuer that it signs for; null where the set does not say (Microsoft does)
 */
record VerificationKey(
        @Nullable String id, @Nullable String issuer, Set<IdTokenAlgorithm> algorithms, JWSVerifier verifier) {

    private static final int MIN_RSA_BITS = 2048;
    private static final int MAX_RSA_BITS = 8192;
    private static final BigInteger MIN_EXPONENT = BigInteger.valueOf(65537);

    /** The key, if it is one for signatures and good enough; symmetric, weak, odd and private ones are none. */
    static Optional<VerificationKey> of(JWK key, @Nullable String issuer) {
        Set<IdTokenAlgorithm> algorithms = algorithms(key);
        if (algorithms.isEmpty() || !isForSignatures(key) || key.isPrivate()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new VerificationKey(key.getKeyID(), issuer, algorithms, verifier(key)));
        } catch (JOSEException | RuntimeException e) {
            return Optional.empty(); // a point off the curve and the like: it verifies nothing
        }
    }

    boolean signed(JWSHeader header, byte[] content, Base64URL signature) {
        try {
            return verifier.verify(header, content, signature);
        } catch (JOSEException e) {
            return false; // a signature in a form that none has
        }
    }

    private static JWSVerifier verifier(JWK key) throws JOSEException {
        if (key instanceof RSAKey rsa) {
            return new RSASSAVerifier(rsa);
        }
        return key instanceof ECKey ec ? new ECDSAVerifier(ec) : new Ed25519Verifier((OctetKeyPair) key);
    }

    private static Set<IdTokenAlgorithm> algorithms(JWK key) {
        Set<IdTokenAlgorithm> able = EnumSet.noneOf(IdTokenAlgorithm.class);
        if (key instanceof RSAKey rsa && isStrong(rsa)) {
            able.addAll(Set.of(IdTokenAlgorithm.RS256, IdTokenAlgorithm.PS256));
        } else if (key instanceof ECKey ec && Curve.P_256.equals(ec.getCurve())) {
            able.add(IdTokenAlgorithm.ES256);
        } else if (key instanceof OctetKeyPair pair && Curve.Ed25519.equals(pair.getCurve())) {
            able.add(IdTokenAlgorithm.EdDSA);
        }
        if (key.getAlgorithm() != null) {
            able.removeIf(each -> !Jws.isNamed(each, key.getAlgorithm().getName()));
        }
        return able;
    }

    private static boolean isStrong(RSAKey key) {
        BigInteger modulus = key.getModulus().decodeToBigInteger();
        BigInteger exponent = key.getPublicExponent().decodeToBigInteger();
        return modulus.bitLength() >= MIN_RSA_BITS
                && modulus.bitLength() <= MAX_RSA_BITS
                && exponent.testBit(0)
                && exponent.compareTo(MIN_EXPONENT) >= 0
                && exponent.bitLength() <= Long.SIZE;
    }

    private static boolean isForSignatures(JWK key) {
        boolean use = key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse());
        Set<KeyOperation> operations = key.getKeyOperations();
        return use && (operations == null || operations.contains(KeyOperation.VERIFY));
    }
}
