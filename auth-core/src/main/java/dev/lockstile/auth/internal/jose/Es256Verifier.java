package dev.lockstile.auth.internal.jose;

import com.nimbusds.jose.jwk.ECKey;
import java.math.BigInteger;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;

/**
 * Verifies ES256 (RFC 7518 3.4) with Bouncy Castle, which takes a quarter of the JDK's time for it. All that goes in is
 * public, so nothing can be read off the time it takes; signing stays with the JDK, whose code is made for secrets.
 */
final class Es256Verifier implements SignatureCheck {

    private static final int HALF = 32;
    private static final X9ECParameters P256 = CustomNamedCurves.getByName("P-256");

    private final ECPublicKeyParameters key;

    /** Nimbus has looked whether the point is on the curve, and Bouncy Castle looks again. */
    Es256Verifier(ECKey jwk) {
        BigInteger x = jwk.getX().decodeToBigInteger();
        BigInteger y = jwk.getY().decodeToBigInteger();
        key = new ECPublicKeyParameters(P256.getCurve().createPoint(x, y), new ECDomainParameters(P256));
    }

    /** False for whatever is not two numbers of 32 bytes, both from one to the order of the curve less one. */
    @Override
    public boolean holds(byte[] text, int signed, byte[] both) {
        if (both.length != 2 * HALF) {
            return false;
        }
        ECDSASigner verifier = new ECDSASigner();
        verifier.init(false, key);
        return verifier.verifySignature(
                digest(text, signed), new BigInteger(1, both, 0, HALF), new BigInteger(1, both, HALF, HALF));
    }

    private static byte[] digest(byte[] text, int signed) {
        Digest sha256 = SHA256Digest.newInstance();
        sha256.update(text, 0, signed);
        byte[] digest = new byte[sha256.getDigestSize()];
        sha256.doFinal(digest, 0);
        return digest;
    }
}
