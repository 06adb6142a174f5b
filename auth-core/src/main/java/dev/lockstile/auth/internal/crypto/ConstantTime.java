package dev.lockstile.auth.internal.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Compares typed and stored secrets, or their digests, in a time that does not depend on where they differ (ASVS
 * 11.2.4): one-time codes, links, API keys and form tokens.
 */
public final class ConstantTime {

    private ConstantTime() {}

    /** Whether the texts are equal. Only their lengths show in the time. */
    public static boolean equal(String left, String right) {
        return MessageDigest.isEqual(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}
