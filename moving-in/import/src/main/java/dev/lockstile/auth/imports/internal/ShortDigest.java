package dev.lockstile.auth.imports.internal;

import dev.lockstile.auth.secret.Sha256;
import java.nio.ByteBuffer;

/** The first 128 bits of a SHA-256 digest. */
public record ShortDigest(long high, long low) {

    public static ShortDigest of(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Sha256.of(text));
        return new ShortDigest(bytes.getLong(), bytes.getLong());
    }

    /** Returns the whole digest in base64url. */
    public static String text(String text) {
        return Sha256.textOf(text);
    }
}
