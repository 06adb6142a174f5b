package dev.lockstile.auth.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** A SHA-256 over a list of texts. Not safe for use by many threads. */
public final class Sha256 {

    private final MessageDigest digest = digest();
    private final ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);

    /** An empty list. */
    public Sha256() {}

    /**
     * {@return the digest of one text, in 32 bytes}
     *
     * @param text digested in UTF-8
     */
    public static byte[] of(String text) {
        return digest().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * {@return a copy in base64url, unpadded}
     *
     * @param text digested in UTF-8
     */
    public static String textOf(String text) {
        return text(of(text));
    }

    /**
     * Each text goes in with its length, so that no two different lists run together to the same bytes.
     *
     * @param part the next text
     */
    public void add(String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(length.clear().putInt(bytes.length).array());
        digest.update(bytes);
    }

    /** {@return the digest in base64url, unpadded; the list begins anew} */
    public String text() {
        return text(digest.digest());
    }

    /** {@return the digest in hexadecimal digits; the list begins anew} */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
