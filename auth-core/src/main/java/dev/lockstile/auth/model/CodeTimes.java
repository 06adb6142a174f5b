package dev.lockstile.auth.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The times in a code's life.
 *
 * @param sentAt when it was sent
 * @param validUntil from this instant on the code is worth nothing
 * @param usedAt when it was used; null while it was not
 * @param endedAt when a newer code or an event on the account ended it
 */
public record CodeTimes(
        Instant sentAt,
        Instant validUntil,
        @Nullable Instant usedAt,
        @Nullable Instant endedAt) {}
