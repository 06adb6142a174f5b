package dev.lockstile.auth.imports.support;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** What allauth keeps of a factor, in JSON. */
public final class AllauthRow {

    private AllauthRow() {}

    /** What allauth keeps of a registration: attestation "none", and the authenticator data with a key on P-256. */
    public static String passkey(String relyingParty, int algorithm) {
        byte[] name = relyingParty.getBytes(StandardCharsets.UTF_8);
        ByteBuffer data =
                ByteBuffer.allocate(150).put(sha256(name)).put((byte) 0x45).putInt(0);
        data.put(new byte[16]).putShort((short) 16).put(new byte[16]);
        data.put(new byte[] {(byte) 0xa5, 1, 2, 3, (byte) algorithm, 0x20, 1, 0x21, 0x58, 32});
        data.put(sha256(new byte[] {1})).put(new byte[] {0x22, 0x58, 32}).put(sha256(new byte[] {2}));
        ByteBuffer object = ByteBuffer.allocate(300).put((byte) 0xa3);
        object.put((byte) 0x63).put("fmt".getBytes(StandardCharsets.UTF_8));
        object.put((byte) 0x64).put("none".getBytes(StandardCharsets.UTF_8));
        object.put((byte) 0x67).put("attStmt".getBytes(StandardCharsets.UTF_8)).put((byte) 0xa0);
        object.put((byte) 0x68).put("authData".getBytes(StandardCharsets.UTF_8));
        object.put((byte) 0x58).put((byte) data.position()).put(data.array(), 0, data.position());
        String text = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(object.array(), object.position()));
        return "{\"name\": \"Laptop\", \"credential\": {\"response\": {\"attestationObject\": \"" + text + "\"}}}";
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
