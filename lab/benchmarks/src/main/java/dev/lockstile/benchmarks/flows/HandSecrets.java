package dev.lockstile.benchmarks.flows;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Random texts, keyed digests and sealed values by hand, with the JDK alone. */
final class HandSecrets {

    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final int IV = 12;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec digestKey = new SecretKeySpec(bytes(32), "HmacSHA256");
    private final SecretKeySpec sealKey = new SecretKeySpec(bytes(32), "AES");

    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    String text(int count) {
        return TEXT.encodeToString(bytes(count));
    }

    String digest(String text) {
        return TEXT.encodeToString(mac(text.getBytes(StandardCharsets.UTF_8)));
    }

    static String sha256(byte[] secret) {
        try {
            return TEXT.encodeToString(MessageDigest.getInstance("SHA-256").digest(secret));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Session, generation, a secret, and a digest over them, as the library's refresh tokens. */
    Refresh refresh(String session, int generation) {
        byte[] secret = bytes(32);
        byte[] signed = ByteBuffer.allocate(52)
                .put(Base64.getUrlDecoder().decode(session))
                .putInt(generation)
                .put(secret)
                .array();
        byte[] token =
                ByteBuffer.allocate(68).put(signed).put(mac(signed), 0, 16).array();
        return new Refresh(TEXT.encodeToString(token), session, generation, sha256(secret));
    }

    /** What a refresh token says, if we made it. */
    Refresh read(String text) {
        byte[] token = Base64.getUrlDecoder().decode(text);
        byte[] signed = Arrays.copyOf(token, 52);
        if (!MessageDigest.isEqual(Arrays.copyOfRange(token, 52, 68), Arrays.copyOf(mac(signed), 16))) {
            throw new IllegalStateException("a token of ours is refused");
        }
        String session = TEXT.encodeToString(Arrays.copyOf(signed, 16));
        int generation = ByteBuffer.wrap(signed, 16, 4).getInt();
        return new Refresh(text, session, generation, sha256(Arrays.copyOfRange(signed, 20, 52)));
    }

    String seal(String plain) {
        try {
            byte[] iv = bytes(IV);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, sealKey, new GCMParameterSpec(128, iv));
            byte[] sealed = cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8));
            return TEXT.encodeToString(
                    ByteBuffer.allocate(IV + sealed.length).put(iv).put(sealed).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] mac(byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(digestKey);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A refresh token and what the table keeps of it. */
    record Refresh(String text, String session, int generation, String digest) {}
}
