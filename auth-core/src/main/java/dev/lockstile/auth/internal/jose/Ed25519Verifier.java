package dev.lockstile.auth.internal.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.OctetKeyPair;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Verifies EdDSA (RFC 8037) with Bouncy Castle: Nimbus' own verifier wants one more crypto library. */
final class Ed25519Verifier implements SignatureCheck {

    private final Ed25519PublicKeyParameters key;

    /** @throws JOSEException for 32 bytes that are not a point, or another number of bytes */
    Ed25519Verifier(OctetKeyPair pair) throws JOSEException {
        key = Ed25519Keys.publicKey(pair);
    }

    @Override
    public boolean holds(byte[] text, int signed, byte[] signature) {
        return signature.length == Ed25519.SIGNATURE_SIZE
                && key.verify(Ed25519.Algorithm.Ed25519, null, text, 0, signed, signature, 0);
    }
}
