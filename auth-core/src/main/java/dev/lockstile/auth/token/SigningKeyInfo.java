package dev.lockstile.auth.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What may be said of a signing key.
 *
 * @param id the {@code kid}
 * @param algorithm the one it signs with
 * @param signsFrom null for a key that has signed since ever
 */
public record SigningKeyInfo(
        String id, SigningAlgorithm algorithm, @Nullable Instant signsFrom) {}
