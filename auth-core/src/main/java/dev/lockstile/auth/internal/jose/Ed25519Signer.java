package dev.lockstile.auth.internal.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.impl.BaseJWSProvider;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.util.Arrays;
import java.util.Set;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Signs EdDSA (RFC 8037) with Bouncy Castle: Nimbus' own signer wants one more crypto library. */
final class Ed25519Signer extends BaseJWSProvider implements JWSSigner {

    private final Ed25519PrivateKeyParameters key;

    /** @throws JOSEException for another number of bytes than 32, and where x does not belong to d */
    Ed25519Signer(OctetKeyPair pair) throws JOSEException {
        super(Set.of(JWSAlgorithm.EdDSA));
        key = Ed25519Keys.privateKey(pair);
        if (!Arrays.equals(key.generatePublicKey().getEncoded(), pair.getDecodedX())) {
            throw new JOSEException("the public part of the key is another's");
        }
    }

    @Override
    public Base64URL sign(JWSHeader header, byte[] signed) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        key.sign(Ed25519.Algorithm.Ed25519, null, signed, 0, signed.length, signature, 0);
        return Base64URL.encode(signature);
    }
}
