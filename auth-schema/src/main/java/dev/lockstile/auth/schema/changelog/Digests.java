package dev.lockstile.auth.schema.changelog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of what history consists of. */
public final class Digests {

    private Digests() {}

    static String of(Node node) {
        StringBuilder canonical = new StringBuilder();
        node.canonical(canonical);
        return of(canonical.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Of a text file: line ends do not count, since a checkout may change them. */
    public static String of(InputStream in) throws IOException {
        return of(letters(in).getBytes(StandardCharsets.ISO_8859_1));
    }

    static String letters(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
    }

    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
