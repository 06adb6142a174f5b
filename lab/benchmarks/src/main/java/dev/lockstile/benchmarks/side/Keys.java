package dev.lockstile.benchmarks.side;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;

/** The verifying key of a token as the JDK has it, for those who want it so. */
final class Keys {

    private Keys() {}

    static PublicKey verifying(SignedToken token) throws GeneralSecurityException, JOSEException {
        JWK key = token.key();
        return switch (token.algorithm()) {
            case ES256 -> key.toECKey().toECPublicKey();
            case RS256 -> key.toRSAKey().toRSAPublicKey();
            default -> ed25519(key.toOctetKeyPair().getDecodedX());
        };
    }

    static Key any(SignedToken token) throws GeneralSecurityException, JOSEException {
        return token.key().getKeyType().getValue().equals("oct")
                ? token.key().toOctetSequenceKey().toSecretKey("HmacSHA256")
                : verifying(token);
    }

    /** RFC 8032, 5.1.2: little-endian y, the sign of x in the top bit. */
    private static PublicKey ed25519(byte[] littleEndian) throws GeneralSecurityException {
        byte[] y = new byte[littleEndian.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = littleEndian[y.length - 1 - i];
        }
        boolean odd = y[0] < 0;
        y[0] &= 0x7f;
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(
                        new EdECPublicKeySpec(NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, y))));
    }
}
