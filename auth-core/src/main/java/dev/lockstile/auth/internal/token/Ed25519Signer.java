package dev.lockstile.auth.internal.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.impl.BaseJWSProvider;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Set;

/** Signs EdDSA with the JDK (RFC 8037): Nimbus' own signer wants a second crypto library. */
final class Ed25519Signer extends BaseJWSProvider implements JWSSigner {

    private final PrivateKey key;

    Ed25519Signer(OctetKeyPair pair) throws JOSEException {
        super(Set.of(JWSAlgorithm.EdDSA));
        key = Ed25519Keys.privateKey(pair);
    }

    @Override
    public Base64URL sign(JWSHeader header, byte[] signed) throws JOSEException {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(signed);
            return Base64URL.encode(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new JOSEException("signing with Ed25519 failed", e);
        }
    }
}
