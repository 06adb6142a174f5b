package dev.lockstile.auth.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The dates of an account's life. */
public record UserDates(
        Instant joinedAt,
        @Nullable Instant lastLoginAt,
        @Nullable Instant termsAcceptedAt) {}
