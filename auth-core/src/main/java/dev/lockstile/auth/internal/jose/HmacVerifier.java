package dev.lockstile.auth.internal.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifies HS256, HS384 and HS512 (RFC 7518 3.2) by copies of a code that has its key already: a new one for each token
 * looks up its provider and prepares the key again, which takes longer than the code over a token.
 */
final class HmacVerifier implements SignatureCheck {

    private final Mac keyed;

    private HmacVerifier(Mac keyed) {
        this.keyed = keyed;
    }

    /** @throws JOSEException where the JDK lacks the algorithm */
    static SignatureCheck of(OctetSequenceKey key, JWSAlgorithm algorithm) throws JOSEException {
        String name = "HmacSHA" + algorithm.getName().substring(2);
        try {
            Mac keyed = Mac.getInstance(name);
            keyed.init(new SecretKeySpec(key.toByteArray(), name));
            return new HmacVerifier((Mac) keyed.clone());
        } catch (CloneNotSupportedException e) {
            return new NimbusVerifier(
                    new MACVerifier(key),
                    algorithm); // a provider whose codes cannot be copied, such as one in hardware
        } catch (GeneralSecurityException e) {
            throw new JOSEException(e.getMessage(), e);
        }
    }

    @Override
    public boolean holds(byte[] text, int signed, byte[] signature) throws JOSEException {
        try {
            Mac code = (Mac) keyed.clone();
            code.update(text, 0, signed);
            return MessageDigest.isEqual(code.doFinal(), signature);
        } catch (CloneNotSupportedException e) {
            throw new JOSEException(e.getMessage(), e);
        }
    }
}
