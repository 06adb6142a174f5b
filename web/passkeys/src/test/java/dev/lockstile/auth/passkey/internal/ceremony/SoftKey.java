package dev.lockstile.auth.passkey.internal.ceremony;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.dataformat.cbor.CBORMapper;

/** An authenticator in a few lines: makes the bytes of both ceremonies, right or wrong as the test says. */
final class SoftKey {

    private final KeyPair pair;
    private final byte[] cose;
    private final CredentialBytes id;

    private SoftKey(KeyPair pair, byte[] cose, CredentialBytes id) {
        this.pair = pair;
        this.cose = cose;
        this.id = id;
    }

    static SoftKey es256() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            ECPublicKey key = (ECPublicKey) pair.getPublic();
            byte[] cose = Cose.map(Map.of(
                    1, 2,
                    3, -7,
                    -1, 1,
                    -2, Cose.unsigned(key.getW().getAffineX(), 32),
                    -3, Cose.unsigned(key.getW().getAffineY(), 32)));
            return new SoftKey(pair, cose, idOf(32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same authenticator with another public key in what it shows. */
    SoftKey withKey(Map<Integer, Object> members) {
        return new SoftKey(pair, Cose.map(members), id);
    }

    SoftKey withId(int length) {
        return new SoftKey(pair, cose, idOf(length));
    }

    CredentialBytes id() {
        return id;
    }

    Shown registered(String relyingParty, String clientData, int flags) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(head(relyingParty, flags, 0));
        if ((flags & 0x40) != 0) {
            data.writeBytes(new byte[16]);
            data.writeBytes(ByteBuffer.allocate(2).putShort((short) id.length()).array());
            data.writeBytes(id.toArray());
            data.writeBytes(cose);
        }
        CBORMapper mapper = new CBORMapper();
        byte[] attestation = mapper.writeValueAsBytes(
                new TreeMap<>(Map.of("fmt", "none", "attStmt", Map.of(), "authData", data.toByteArray())));
        return new Shown(id).clientData(clientData).with("attestationObject", CredentialBytes.of(attestation));
    }

    Shown asserted(String relyingParty, String clientData, int flags, int count) {
        byte[] data = head(relyingParty, flags, count);
        return new Shown(id)
                .clientData(clientData)
                .with("authenticatorData", CredentialBytes.of(data))
                .with("signature", CredentialBytes.of(sign(data, clientData)));
    }

    private byte[] sign(byte[] data, String clientData) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(data);
            signature.update(sha256(clientData));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] head(String relyingParty, int flags, int count) {
        return ByteBuffer.allocate(37)
                .put(sha256(relyingParty))
                .put((byte) flags)
                .putInt(count)
                .array();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CredentialBytes idOf(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 7);
        return CredentialBytes.of(bytes);
    }
}
