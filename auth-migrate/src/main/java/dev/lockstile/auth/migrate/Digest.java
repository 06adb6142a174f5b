package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.internal.Sha256;
import java.nio.ByteBuffer;

/** The first half of a SHA-256: short, and equal for equal texts alone. */
record Digest(long high, long low) {

    static Digest of(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Sha256.of(text));
        return new Digest(bytes.getLong(), bytes.getLong());
    }

    /** The whole digest in base64url. */
    static String text(String text) {
        return Sha256.textOf(text);
    }
}
