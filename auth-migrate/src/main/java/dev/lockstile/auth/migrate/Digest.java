package dev.lockstile.auth.migrate;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The first half of a SHA-256: short, and equal for equal texts alone. */
record Digest(long high, long low) {

    static Digest of(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(sha256(text));
        return new Digest(bytes.getLong(), bytes.getLong());
    }

    /** The whole digest in base64url. */
    static String text(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(text));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
