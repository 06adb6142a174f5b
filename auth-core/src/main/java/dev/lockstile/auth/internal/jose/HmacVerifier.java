package dev.lockstile.auth.internal.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.impl.BaseJWSProvider;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifies HS256, HS384 and HS512 (RFC 7518 3.2) by copies of a code that has its key already: a new one for each token
 * looks up its provider and prepares the key again, which takes longer than the code over a token.
 */
final class HmacVerifier extends BaseJWSProvider implements JWSVerifier {

    private final Mac keyed;

    private HmacVerifier(JWSAlgorithm algorithm, Mac keyed) {
        super(Set.of(algorithm));
        this.keyed = keyed;
    }

    /** @throws JOSEException where the JDK lacks the algorithm */
    static JWSVerifier of(OctetSequenceKey key, JWSAlgorithm algorithm) throws JOSEException {
        String name = "HmacSHA" + algorithm.getName().substring(2);
        try {
            Mac keyed = Mac.getInstance(name);
            keyed.init(new SecretKeySpec(key.toByteArray(), name));
            return new HmacVerifier(algorithm, (Mac) keyed.clone());
        } catch (CloneNotSupportedException e) {
            return new MACVerifier(key); // a provider whose codes cannot be copied, such as one in hardware
        } catch (GeneralSecurityException e) {
            throw new JOSEException(e.getMessage(), e);
        }
    }

    @Override
    public boolean verify(JWSHeader header, byte[] signed, Base64URL signature) throws JOSEException {
        try {
            byte[] given = Base64.getUrlDecoder().decode(signature.toString());
            return MessageDigest.isEqual(((Mac) keyed.clone()).doFinal(signed), given);
        } catch (CloneNotSupportedException e) {
            throw new JOSEException(e.getMessage(), e);
        }
    }
}
