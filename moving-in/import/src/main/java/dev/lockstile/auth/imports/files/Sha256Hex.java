package dev.lockstile.auth.imports.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in hexadecimal digits. */
final class Sha256Hex {

    private Sha256Hex() {}

    static String of(String text) {
        return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Digests the rest of a stream. */
    static String of(InputStream bytes) throws IOException {
        return copied(bytes, OutputStream.nullOutputStream());
    }

    /** Copies the rest of a stream, and returns its digest. */
    static String copied(InputStream from, OutputStream to) throws IOException {
        DigestOutputStream digesting = new DigestOutputStream(to, digest());
        from.transferTo(digesting);
        digesting.flush();
        return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime lacks SHA-256", e);
        }
    }
}
