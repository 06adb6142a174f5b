package dev.lockstile.auth.internal.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import dev.lockstile.auth.secret.Randomness;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;

/** Ed25519 keys between a JWK (RFC 8037 2) and Bouncy Castle; the bytes are those of RFC 8032 5.1 in both. */
final class Ed25519Keys {

    private static final int BYTES = 32;

    private Ed25519Keys() {}

    static Ed25519PublicKeyParameters publicKey(OctetKeyPair pair) throws JOSEException {
        try {
            return new Ed25519PublicKeyParameters(exactly(pair.getDecodedX()), 0);
        } catch (IllegalArgumentException e) {
            throw new JOSEException("not a point of Ed25519", e);
        }
    }

    static Ed25519PrivateKeyParameters privateKey(OctetKeyPair pair) throws JOSEException {
        return new Ed25519PrivateKeyParameters(exactly(pair.getDecodedD()), 0);
    }

    /** A fresh key as a JWK. */
    static OctetKeyPair.Builder generate() {
        Ed25519PrivateKeyParameters key =
                new Ed25519PrivateKeyParameters(Randomness.secure().bytes(BYTES), 0);
        Base64URL x = Base64URL.encode(key.generatePublicKey().getEncoded());
        return new OctetKeyPair.Builder(Curve.Ed25519, x).d(Base64URL.encode(key.getEncoded()));
    }

    private static byte[] exactly(byte[] bytes) throws JOSEException {
        if (bytes == null || bytes.length != BYTES) {
            throw new JOSEException("an Ed25519 key has 32 bytes");
        }
        return bytes;
    }
}
