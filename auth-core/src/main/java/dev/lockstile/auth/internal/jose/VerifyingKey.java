package dev.lockstile.auth.internal.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;

/**
 * A key that verifies its one algorithm and refuses tokens whose header names another, {@code none} included (RFC 8725
 * 3.1). Safe for any number of threads.
 */
public record VerifyingKey(String id, JWSAlgorithm algorithm, SignatureCheck check) {

    /** @throws IllegalArgumentException for a key against the {@link KeyRules} */
    static VerifyingKey of(JWK key) {
        JWSAlgorithm algorithm = KeyRules.algorithm(key);
        try {
            return new VerifyingKey(key.getKeyID(), algorithm, check(key, algorithm));
        } catch (JOSEException e) {
            throw new IllegalArgumentException("key " + key.getKeyID() + " cannot verify", e);
        }
    }

    /** True when this key signed it, with its own algorithm and nothing in the header that we do not understand. */
    public boolean signed(CompactJws jws) {
        try {
            return algorithm.equals(jws.header().algorithm())
                    && jws.header().isPlain()
                    && check.holds(jws.text(), jws.signed(), jws.signature());
        } catch (JOSEException | GeneralSecurityException e) {
            return false; // a signature in a form that no signature has
        }
    }

    private static SignatureCheck check(JWK key, JWSAlgorithm algorithm) throws JOSEException {
        if (key instanceof ECKey ec) {
            return Curve.P_256.equals(ec.getCurve())
                    ? new Es256Verifier(ec)
                    : new NimbusVerifier(new ECDSAVerifier(ec), algorithm);
        }
        if (key instanceof RSAKey rsa) {
            return algorithm.getName().startsWith("RS")
                    ? new RsaVerifier(rsa, algorithm)
                    : new NimbusVerifier(new RSASSAVerifier(rsa), algorithm);
        }
        return key instanceof OctetSequenceKey oct
                ? HmacVerifier.of(oct, algorithm)
                : new Ed25519Verifier((OctetKeyPair) key);
    }
}
