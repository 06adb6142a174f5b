package dev.lockstile.auth.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A browser in which the second factor was shown and may be left out for a while.
 *
 * @param browserId by which its owner ends it
 * @param label what the browser said of itself; for its owner, never a proof
 * @param createdAt when it was first trusted
 * @param lastUsedAt when it last left the second factor out, or was trusted
 * @param validUntil after this time the second factor is required again
 */
public record TrustedBrowserState(
        String browserId, @Nullable String label, Instant createdAt, Instant lastUsedAt, Instant validUntil) {}
