package dev.lockstile.auth.internal.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.impl.BaseJWSProvider;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Set;

/** Verifies EdDSA with the JDK (RFC 8037): Nimbus' own verifier wants a second crypto library. */
final class Ed25519Verifier extends BaseJWSProvider implements JWSVerifier {

    private static final int SIGNATURE_BYTES = 64;

    private final PublicKey key;

    Ed25519Verifier(OctetKeyPair pair) throws JOSEException {
        super(Set.of(JWSAlgorithm.EdDSA));
        key = Ed25519Keys.publicKey(pair);
    }

    @Override
    public boolean verify(JWSHeader header, byte[] signed, Base64URL signature) throws JOSEException {
        byte[] bytes = signature.decode();
        if (bytes.length != SIGNATURE_BYTES) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(signed);
            return verifier.verify(bytes);
        } catch (SignatureException e) {
            return false; // a point or scalar out of range
        } catch (GeneralSecurityException e) {
            throw new JOSEException("this JDK has no Ed25519", e);
        }
    }
}
