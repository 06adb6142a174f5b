package dev.lockstile.auth.model;

import org.jspecify.annotations.Nullable;

/**
 * How the sending of a message ended.
 *
 * @param provider stable name of the provider
 * @param error what the provider said, without secrets and at most 1000 characters; null when all went well
 */
public record MessageOutcome(
        String template,
        String provider,
        MessageStatus status,
        @Nullable String error) {}
