package dev.lockstile.auth.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A trusted browser as stored: it need not show the second factor at sign-in for a limited time.
 *
 * @param browserId id by which requests of the owner name the browser
 * @param label the name that the browser reported; it only helps the owner to recognise the browser; null when there is
 *     none
 * @param createdAt when the browser was first trusted
 * @param lastUsedAt when the browser last signed in without the second factor, or was first trusted
 * @param validUntil when the trust expires
 */
public record TrustedBrowserState(
        String browserId, @Nullable String label, Instant createdAt, Instant lastUsedAt, Instant validUntil) {}
