package dev.lockstile.auth.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A text that must never be printed: a password, a code, a token. It compares in constant time and its
 * {@link #toString()} shows nothing, so that it may sit in a record without showing up in a log (ASVS 16.2.5).
 */
public final class Secret {

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /** Wraps the text exactly as given: nothing is trimmed, folded or normalised. */
    public static Secret of(String text) {
        return new Secret(text);
    }

    /** The text itself, for the one place that has to use it. */
    public String reveal() {
        return text;
    }

    /** The text in UTF-8. */
    public byte[] utf8() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(utf8(), secret.utf8());
    }

    @Override
    public int hashCode() {
        return Secret.class.hashCode();
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
