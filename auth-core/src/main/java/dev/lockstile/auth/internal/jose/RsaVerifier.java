package dev.lockstile.auth.internal.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;

/** Verifies RS256, RS384 and RS512 (RFC 7518 3.3) with the JDK. */
final class RsaVerifier implements SignatureCheck {

    private final PublicKey key;
    private final String name;

    /** @throws JOSEException for a key that the JDK does not take */
    RsaVerifier(RSAKey jwk, JWSAlgorithm algorithm) throws JOSEException {
        key = jwk.toRSAPublicKey();
        name = "SHA" + algorithm.getName().substring(2) + "withRSA";
    }

    @Override
    public boolean holds(byte[] text, int signed, byte[] signature) throws GeneralSecurityException {
        Signature check = Signature.getInstance(name);
        check.initVerify(key);
        check.update(text, 0, signed);
        return check.verify(signature);
    }
}
