package dev.lockstile.auth.imports.internal;

import dev.lockstile.auth.secret.Sha256;
import java.nio.ByteBuffer;

/** The first half of a SHA-256: short, and equal for equal texts alone. */
public record ShortDigest(long high, long low) {

    public static ShortDigest of(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Sha256.of(text));
        return new ShortDigest(bytes.getLong(), bytes.getLong());
    }

    /** The whole digest in base64url. */
    public static String text(String text) {
        return Sha256.textOf(text);
    }
}
