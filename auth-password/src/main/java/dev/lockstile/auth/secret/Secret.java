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

    /**
     * {@return a secret of this text, exactly as given: nothing is trimmed, folded or normalised}
     *
     * @param text may be empty
     */
    public static Secret of(String text) {
        return new Secret(text);
    }

    /** {@return the text itself, for the one place that has to use it} */
    public String reveal() {
        return text;
    }

    /** {@return the text in UTF-8} */
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
