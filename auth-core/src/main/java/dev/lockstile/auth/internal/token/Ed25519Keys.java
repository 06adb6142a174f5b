package dev.lockstile.auth.internal.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;

/** Ed25519 keys between a JWK (RFC 8037) and the JDK; bytes as in RFC 8032 5.1.2: little-endian, sign of x on top. */
final class Ed25519Keys {

    private static final int BYTES = 32;

    private Ed25519Keys() {}

    static PublicKey publicKey(OctetKeyPair pair) throws JOSEException {
        byte[] bytes = reversed(exactly(pair.getDecodedX()));
        boolean xOdd = (bytes[0] & 0x80) != 0;
        bytes[0] &= 0x7f;
        EdECPoint point = new EdECPoint(xOdd, new BigInteger(1, bytes));
        try {
            return factory().generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
        } catch (GeneralSecurityException e) {
            throw new JOSEException("not an Ed25519 key", e);
        }
    }

    static PrivateKey privateKey(OctetKeyPair pair) throws JOSEException {
        try {
            byte[] bytes = exactly(pair.getDecodedD());
            return factory().generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, bytes));
        } catch (GeneralSecurityException e) {
            throw new JOSEException("not an Ed25519 key", e);
        }
    }

    /** A fresh key as a JWK. */
    static OctetKeyPair.Builder generate() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        EdECPoint point = ((EdECPublicKey) pair.getPublic()).getPoint();
        byte[] x = new byte[BYTES];
        byte[] y = reversed(point.getY().toByteArray());
        System.arraycopy(y, 0, x, 0, Math.min(y.length, BYTES));
        x[BYTES - 1] |= (byte) (point.isXOdd() ? 0x80 : 0);
        byte[] d = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
        return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(x)).d(Base64URL.encode(d));
    }

    private static KeyFactory factory() throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519");
    }

    private static byte[] exactly(byte[] bytes) throws JOSEException {
        if (bytes == null || bytes.length != BYTES) {
            throw new JOSEException("an Ed25519 key has 32 bytes");
        }
        return bytes;
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] back = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            back[i] = bytes[bytes.length - 1 - i];
        }
        return back;
    }
}
