package dev.lockstile.auth.passkey.internal.ceremony;

import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.authenticator.Curve;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.authenticator.EdDSACOSEKey;
import com.webauthn4j.data.attestation.authenticator.RSACOSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.util.Map;
import java.util.Set;

/**
 * That a public key is one, and one of its algorithm: what the library that reads it does not look at (RFC 9053,
 * sections 2 and 7; SP 800-56A, 5.6.2.3.3 for points; SP 800-131A for RSA).
 */
final class PublicKeyChecks {

    private static final int MIN_RSA_BITS = 2048;
    private static final int MAX_RSA_BITS = 8192;
    private static final Map<Long, Curve> EC =
            Map.of(-7L, Curve.SECP256R1, -35L, Curve.SECP384R1, -36L, Curve.SECP521R1);
    private static final Map<Long, Set<Curve>> EDWARDS =
            Map.of(-8L, Set.of(Curve.ED25519, Curve.ED448), -53L, Set.of(Curve.ED448));
    private static final Set<Long> RSA = Set.of(-257L, -258L, -259L);

    private PublicKeyChecks() {}

    static void check(COSEKey key, CeremonyPolicy policy) throws CeremonyException {
        COSEAlgorithmIdentifier algorithm = key.getAlgorithm();
        if (algorithm == null || !policy.algorithms().contains(algorithm.getValue())) {
            throw new CeremonyException(CeremonyRefusal.ALGORITHM);
        }
        if (!isOfItsKind(key, algorithm.getValue())) {
            throw new CeremonyException(CeremonyRefusal.ALGORITHM);
        }
        if (key.hasPrivateKey() || !key.hasPublicKey() || !isKey(key)) {
            throw new CeremonyException(CeremonyRefusal.KEY);
        }
    }

    private static boolean isOfItsKind(COSEKey key, long algorithm) {
        if (key instanceof EC2COSEKey ec) {
            return ec.getCurve() != null && ec.getCurve() == EC.get(algorithm);
        }
        if (key instanceof EdDSACOSEKey edwards) {
            return edwards.getCurve() != null
                    && EDWARDS.getOrDefault(algorithm, Set.of()).contains(edwards.getCurve());
        }
        return key instanceof RSACOSEKey && RSA.contains(algorithm);
    }

    private static boolean isKey(COSEKey cose) throws CeremonyException {
        PublicKey key = publicKey(cose);
        if (key instanceof ECPublicKey ec) {
            return isOnCurve(ec.getW(), ec.getParams());
        }
        if (key instanceof RSAPublicKey rsa) {
            int bits = rsa.getModulus().bitLength();
            BigInteger exponent = rsa.getPublicExponent();
            return bits >= MIN_RSA_BITS
                    && bits <= MAX_RSA_BITS
                    && rsa.getModulus().testBit(0)
                    && exponent.testBit(0)
                    && exponent.compareTo(BigInteger.valueOf(3)) >= 0
                    && exponent.bitLength() <= Long.SIZE;
        }
        return key != null && verifies(key);
    }

    private static PublicKey publicKey(COSEKey cose) throws CeremonyException {
        try {
            cose.validate();
            PublicKey key = cose.getPublicKey();
            if (key == null) {
                throw new CeremonyException(CeremonyRefusal.KEY);
            }
            return key;
        } catch (RuntimeException e) {
            throw new CeremonyException(CeremonyRefusal.KEY, e);
        }
    }

    private static boolean isOnCurve(ECPoint point, ECParameterSpec curve) {
        if (point.equals(ECPoint.POINT_INFINITY) || !(curve.getCurve().getField() instanceof ECFieldFp field)) {
            return false;
        }
        BigInteger p = field.getP();
        BigInteger x = point.getAffineX();
        BigInteger y = point.getAffineY();
        if (x.signum() < 0 || y.signum() < 0 || x.compareTo(p) >= 0 || y.compareTo(p) >= 0) {
            return false;
        }
        BigInteger right = x.pow(3)
                .add(curve.getCurve().getA().multiply(x))
                .add(curve.getCurve().getB())
                .mod(p);
        return y.pow(2).mod(p).equals(right);
    }

    /** The JDK decodes the point of an Edwards curve when a verification begins. */
    private static boolean verifies(PublicKey key) throws CeremonyException {
        try {
            Signature.getInstance("EdDSA").initVerify(key);
            return true;
        } catch (InvalidKeyException e) {
            throw new CeremonyException(CeremonyRefusal.KEY, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK from 15 on has EdDSA", e);
        }
    }
}
